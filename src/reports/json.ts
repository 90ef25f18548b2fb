/** JSON with one order of keys, for machines and for comparing two runs. */
import type {Keep, Part} from './contents.ts'

/** Keys that come first, in this order; all others follow by code unit. */
const first = [
  '$schema',
  '@context',
  'id',
  'type',
  'version',
  'kind',
  'class',
  'rule',
  'plan',
  'title',
  'name',
  'before',
  'after',
  'summary',
  'level',
  'where',
  'text',
  'value'
]
const places = new Map(first.map((key, index) => [key, index]))

/** The value as JSON text, keys in one order whatever order they were set in. Lists keep theirs. */
export function stableJson(value: unknown, indent = 1): string {
  return `${JSON.stringify(value, inOrder, indent)}\n`
}

/** The same text of a list, in pieces: one of an archive may be longer than a string can be. */
export function* stableJsonParts(list: Iterable<unknown>, indent = 1): Generator<string> {
  const [gap, before, after] = indent === 0 ? ['', '', ''] : ['\n', ' '.repeat(indent), '\n']
  let some = false
  for (const each of list) {
    const text = JSON.stringify(each, inOrder, indent)
    yield `${some ? ',' : '['}${gap}${before}${indent === 0 ? text : text.replaceAll('\n', `\n${before}`)}`
    some = true
  }
  yield some ? `${after}]\n` : '[]\n'
}

/** Things of a list that hang on the same. */
export interface JsonGroup {
  key?: string | undefined
  things(): Iterable<unknown>
}

/** A list without line ends, in pieces: one for each group. */
export function* stableListParts(groups: Iterable<JsonGroup>, keep: Keep): Generator<string | Part> {
  let some = false
  yield '['
  for (const {key, things} of groups) {
    const part = keep(key, () => {
      const texts = Array.from(things(), (thing) => JSON.stringify(thing, inOrder))
      return {bytes: texts.join(','), facts: [texts.length]}
    })
    const holdsSome = part.facts[0] !== 0
    if (some && holdsSome) yield ','
    yield part
    some ||= holdsSome
  }
  yield ']'
}

/** An object whose lists are long, in pieces; keys in the same order as in `stableJson`. */
export function* stableObjectParts(
  lists: Readonly<Record<string, Iterable<JsonGroup>>>,
  keep: Keep
): Generator<string | Part> {
  const names = Object.keys(lists).sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
  for (const [index, name] of names.entries()) {
    yield `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`
    yield* stableListParts(lists[name]!, keep)
  }
  yield '}\n'
}

function inOrder(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  const entries = Object.entries(value).sort(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
  return Object.fromEntries(entries)
}

function placeOf(key: string): number {
  return places.get(key) ?? first.length
}
