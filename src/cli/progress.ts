import {basename} from 'node:path'
import type {RunEvent} from '../index.ts'

/** Tells on stderr how a run goes: one line that is drawn over on a terminal, plain lines elsewhere, JSON for machines. */
export function progress(kind: 'terminal' | 'lines' | 'json' | 'none'): {on(event: RunEvent): void; end(): void} {
  if (kind === 'none') return {on: () => {}, end: () => {}}
  if (kind === 'json') return {on: (event) => process.stderr.write(`${JSON.stringify(plain(event))}\n`), end: () => {}}
  const width = () => process.stderr.columns ?? 100
  const draw = (line: string) =>
    process.stderr.write(kind === 'terminal' ? `\r\x1b[2K${line.slice(0, width() - 1)}` : `${line}\n`)
  return {
    on(event) {
      if (event.type === 'failed' && kind === 'terminal') process.stderr.write('\r\x1b[2K')
      draw(inWords(event))
      if (event.type === 'failed' && kind === 'terminal') process.stderr.write('\n')
    },
    end: () => kind === 'terminal' && process.stderr.write('\r\x1b[2K')
  }
}

function inWords(event: RunEvent): string {
  const share = `${event.done}/${event.of}`
  switch (event.type) {
    case 'read':
      return `read ${share} ${basename(event.file)}`
    case 'failed':
      return `not read: ${event.file}: ${event.failure.message}; ${event.failure.advice}`
    case 'comparing':
      return `${event.what} ${share} ${event.a.title} / ${event.b.title}`
    default:
      return event satisfies never
  }
}

function plain(event: RunEvent): object {
  if (event.type === 'comparing') return {...event, a: event.a.digest, b: event.b.digest}
  return event.type === 'read' ? {...event, plan: event.plan.digest} : event
}
