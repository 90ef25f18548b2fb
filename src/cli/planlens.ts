#!/usr/bin/env node
/** The program as it is installed: keeps what Node compiles from one start to the next, then starts the command line. */
import {enableCompileCache} from 'node:module'

enableCompileCache()
await import('./main.ts')
