/** JSON as gzip: a plan tree shrinks to about a tenth. */
import {gunzipSync, gzipSync} from 'node:zlib'

export const compressed = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value), {level: 6})

/** A tree larger than this is no plan of ours: a bound against a manipulated archive. */
const mostBytes = 1 << 30

export const expanded = <T>(bytes: Uint8Array): T =>
  JSON.parse(gunzipSync(bytes, {maxOutputLength: mostBytes}).toString()) as T
