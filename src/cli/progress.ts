import {basename} from 'node:path'
import type {RunEvent} from '../index.ts'

/** Tells on stderr how a run goes: one line that is drawn over on a terminal, plain lines elsewhere, JSON for machines. */
export function progress(
  kind: 'terminal' | 'lines' | 'json' | 'none',
  now: () => number = () => performance.now()
): {on(event: RunEvent): void; end(): void} {
  if (kind === 'none') return {on: () => {}, end: () => {}}
  const paced = paceOf(now)
  if (kind === 'json')
    return {
      on: (event) => process.stderr.write(`${JSON.stringify({...plain(event), ...paced(event)})}\n`),
      end: () => {}
    }
  const width = () => process.stderr.columns ?? 100
  const draw = (line: string) =>
    process.stderr.write(kind === 'terminal' ? `\r\x1b[2K${line.slice(0, width() - 1)}` : `${line}\n`)
  return {
    on(event) {
      const pace = paceInWords(paced(event))
      if (event.type === 'failed' && kind === 'terminal') process.stderr.write('\r\x1b[2K')
      draw(inWords(event, event.type === 'failed' ? '' : pace))
      if (event.type === 'failed' && kind === 'terminal') process.stderr.write('\n')
    },
    end: () => kind === 'terminal' && process.stderr.write('\r\x1b[2K')
  }
}

/** How fast a part of the run goes, and how long it will still take. */
interface Pace {
  /** Files, plans or pairs a minute, since this part began. */
  perMinute: number
  secondsLeft: number
}

/** Events of one part before a rate means anything. */
const fewestTimed = 5

function paceOf(now: () => number): (event: RunEvent) => Pace | undefined {
  let part = ''
  let began = 0
  let before = 0
  return (event) => {
    const current = event.type === 'comparing' ? event.what : partNames[event.type]
    if (current !== part) {
      part = current
      began = now()
      before = event.done
    }
    const [minutes, done] = [(now() - began) / 60_000, event.done - before]
    if (done < fewestTimed || minutes === 0) return undefined
    const perMinute = done / minutes
    return {perMinute: Math.round(perMinute), secondsLeft: Math.round(((event.of - event.done) / perMinute) * 60)}
  }
}

const partNames = {read: 'files', failed: 'files', studied: 'plans', sharing: 'blocks'} as const

function paceInWords(pace: Pace | undefined): string {
  if (!pace) return ''
  const {perMinute, secondsLeft} = pace
  const left =
    secondsLeft < 90
      ? `${secondsLeft} s`
      : secondsLeft < 5400
        ? `${Math.round(secondsLeft / 60)} min`
        : `${Math.round(secondsLeft / 3600)} h`
  return ` (${perMinute} a minute, ${left} left)`
}

function inWords(event: RunEvent, pace: string): string {
  const share = `${event.done}/${event.of}${pace}`
  switch (event.type) {
    case 'read':
      return `read ${share} ${basename(event.file)}`
    case 'studied':
      return `gaps and themes ${share} ${event.plan.title}`
    case 'failed':
      return `not read: ${event.file}: ${event.failure.message}; ${event.failure.advice}`
    case 'sharing':
      return `plan against plan ${share} blocks`
    case 'comparing':
      return `${event.what} ${share} ${event.a.title} / ${event.b.title}`
    default:
      return event satisfies never
  }
}

function plain(event: RunEvent): object {
  if (event.type === 'comparing') return {...event, a: event.a.digest, b: event.b.digest}
  return 'plan' in event ? {...event, plan: event.plan.digest} : event
}
