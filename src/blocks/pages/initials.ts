/** Letters and numbers set over several lines: the first letter of a section, the number beside a title. They join the line they begin. */
import type {Page, Run} from '../../source/types.ts'
import {centreY, heightOf, widthOf} from './boxes.ts'

/** Size over that of the words beside it, at least. */
const largerInitial = 1.7
/** Same for a number beside a title, whose own letters are large. */
const largerNumber = 1.5
/** How far right of it the words begin, ems of the words. */
const letterReach = 1
const numberReach = 5
/** Initials on a page at most: more are a poster. */
const mostInitials = 40

const letter = /^["'“‘]?\p{Lu}$/u
const number = /^\d{1,2}[.)]?$/

/** The page with each initial in the line that it begins. */
export function withInitials(page: Page): Page {
  let smallest = Number.POSITIVE_INFINITY
  for (const {size} of page.runs) smallest = Math.min(smallest, size)
  const large = page.runs.filter(
    (run) => run.size >= largerNumber * smallest && !run.angle && (letter.test(run.text) || number.test(run.text))
  )
  if (large.length === 0) return page
  const known = new Set<string>()
  for (const {text} of page.runs) known.add(text.toLowerCase())
  const changed = new Map<Run, Run>()
  for (const initial of large) {
    if (changed.size > 2 * mostInitials) break
    const isNumber = number.test(initial.text)
    const [first, rest] = wordsBeside(initial, page.runs, isNumber)
    if (!first || rest.length === 0) continue
    if (isNumber && isLabelled(first, page.runs)) {
      // The title says its number itself: the large one stands above it.
      changed.set(initial, {...initial, baseline: first.baseline - first.size})
      changed.set(first, {...first, initial: initial.box[0]})
      continue
    }
    const glued = !isNumber && isGlued(initial.text, first.text, known)
    const [left] = initial.box
    changed.set(initial, {
      ...initial,
      size: first.size,
      weight: first.weight,
      italic: first.italic,
      font: first.font,
      ...(first.colour ? {colour: first.colour} : {}),
      baseline: first.baseline,
      box: [
        left,
        first.box[1],
        glued ? first.box[0] : Math.min(initial.box[2], first.box[0] - 0.3 * first.size),
        first.box[3]
      ],
      initial: left
    })
    if (glued) {
      const {afterSpace: _, ...touching} = changed.get(first) ?? first
      changed.set(first, touching)
    }
  }
  return changed.size > 0 ? {...page, runs: page.runs.map((run) => changed.get(run) ?? run)} : page
}

/** 'Goal 3', 'Pledge One': a word and a number of its own. */
function isLabelled(first: Run, runs: readonly Run[]): boolean {
  const second = runs
    .filter((run) => Math.abs(run.baseline - first.baseline) < 0.1 * first.size && run.box[0] >= first.box[2])
    .sort((a, b) => a.box[0] - b.box[0])[0]
  return (
    /^\p{Lu}\p{L}+$/u.test(first.text) &&
    /^(?:\d{1,2}|[IVX]{1,4}|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten)[.:)]?$/i.test(second?.text ?? '')
  )
}

/** The first word right of an initial and the further words that begin lines beside it. */
function wordsBeside(initial: Run, runs: readonly Run[], isNumber: boolean): [Run | undefined, Run[]] {
  const {box, size} = initial
  const reach = isNumber ? numberReach : letterReach
  const least = isNumber ? largerNumber : largerInitial
  const level = runs.filter(
    (run) =>
      run !== initial && !run.angle && centreY(run.box) > box[1] && centreY(run.box) < box[3] && run.box[0] > box[0]
  )
  const starts = level.filter(
    (run) =>
      size >= least * run.size &&
      run.box[0] - box[2] > -0.4 * run.size &&
      run.box[0] - box[2] < reach * run.size &&
      !level.some(
        (other) =>
          other !== run &&
          other.box[2] <= run.box[0] + 0.5 &&
          Math.abs(other.baseline - run.baseline) < 0.3 * run.size &&
          other.box[0] > box[0]
      )
  )
  starts.sort((a, b) => a.baseline - b.baseline || a.box[0] - b.box[0])
  const [first] = starts
  if (!first || !/\p{L}/u.test(first.text)) return [undefined, []]
  // Its lines begin at one place, and the first stands clearly above the initial's own baseline.
  const lines = starts.filter(
    (run) => Math.abs(run.box[0] - first.box[0]) < 0.6 * first.size && Math.abs(run.size - first.size) < 0.3
  )
  const raised = initial.baseline - first.baseline > 0.4 * first.size
  const tall = heightOf(box) > 1.5 * first.size && widthOf(box) < 4 * size
  return raised && tall ? [first, lines] : [undefined, []]
}

/** 'L' before 'ead' is one word; 'A' before 'child' is two, unless the page knows the whole word and not its rest. */
function isGlued(initial: string, rest: string, known: ReadonlySet<string>): boolean {
  if (!/^\p{L}/u.test(rest)) return !/^["“‘]/.test(rest)
  if (!/^["'“‘]?[AI]$/.test(initial)) return true
  const whole = (initial.replace(/^\P{L}/u, '') + rest).toLowerCase()
  return known.has(whole)
}
