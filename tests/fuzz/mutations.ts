/** Files as they come to harm: bytes flipped, cut off, joined, doubled, or with signs in them that parsers stumble over. */
import {numbers} from '../support/numbers.ts'

type Random = () => number
type Mutation = (bytes: Buffer, other: Buffer, random: Random) => Buffer

const at = (bytes: Buffer, random: Random) => Math.floor(random() * (bytes.length + 1))

/** What parsers of these formats count, nest, escape or end by. */
const signs = [
  '\0',
  '\uFEFF',
  '\f',
  '\r',
  '\u2028',
  '\ud83c\udf33',
  '\u202e',
  '|',
  '||||||||',
  '| --- |',
  '\t\t\t',
  '\n\n\n',
  '#',
  '######## ',
  '- ',
  '      - ',
  '1. ',
  '999999999999. ',
  '1.1.1.1.1.1.1 ',
  'Outcome ',
  'Priority 1: ',
  '**',
  '__',
  '`',
  '```',
  '[',
  '](',
  '<!--',
  '-->',
  '<',
  '</p>',
  '<table>',
  '<td colspan="100000000">',
  '<ul><li>',
  '&#x110000;',
  '&amp',
  '<![CDATA[',
  '<?xml',
  '<!DOCTYPE x [<!ENTITY a "b">',
  '{',
  '}',
  '[[[[',
  '"type":"plan"',
  'endobj',
  'endstream',
  'stream\n',
  'BT ET',
  ' 0 R',
  '<<',
  '>>',
  '/Kids [1 0 R]',
  '/Length 99999999',
  '0000000000 65535 f',
  'PK\u0003\u0004',
  '100%',
  '31 February 2024',
  'by autumn 99999',
  '£'.repeat(50),
  'a'.repeat(3000),
  '(((((('.repeat(40),
  ' .'.repeat(400)
].map((sign) => Buffer.from(sign))

const mutations: readonly Mutation[] = [
  function flip(bytes, _, random) {
    const copy = Buffer.from(bytes)
    for (let count = 1 + Math.floor(random() * 12); count > 0 && copy.length > 0; count--)
      copy[Math.floor(random() * copy.length)]! ^= 1 << Math.floor(random() * 8)
    return copy
  },
  function cut(bytes, _, random) {
    return bytes.subarray(0, at(bytes, random))
  },
  function behead(bytes, _, random) {
    return bytes.subarray(at(bytes, random))
  },
  function join(bytes, other, random) {
    return Buffer.concat([bytes.subarray(0, at(bytes, random)), other.subarray(at(other, random))])
  },
  function double(bytes, _, random) {
    const [from, until] = [at(bytes, random), at(bytes, random)].sort((x, y) => x - y) as [number, number]
    const piece = bytes.subarray(from, Math.min(until, from + 2000))
    return Buffer.concat([
      bytes.subarray(0, from),
      ...Array.from({length: 1 + Math.floor(random() * 8)}, () => piece),
      bytes.subarray(from)
    ])
  },
  function remove(bytes, _, random) {
    const [from, until] = [at(bytes, random), at(bytes, random)].sort((x, y) => x - y) as [number, number]
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(Math.min(until, from + 500))])
  },
  function insert(bytes, _, random) {
    const parts: Buffer[] = []
    let rest = bytes
    for (let count = 1 + Math.floor(random() * 6); count > 0; count--) {
      const place = at(rest, random)
      parts.push(rest.subarray(0, place), signs[Math.floor(random() * signs.length)]!)
      rest = rest.subarray(place)
    }
    return Buffer.concat([...parts, rest])
  },
  function overwrite(bytes, _, random) {
    const copy = Buffer.from(bytes)
    const from = at(copy, random)
    for (let place = from; place < Math.min(copy.length, from + 64); place++) copy[place] = Math.floor(random() * 256)
    return copy
  }
]

/** Input number `number` of a seed: one of the given files after one to three mutations. The same number is the same bytes. */
export function mutated(files: readonly Buffer[], seed: number, number: number): {bytes: Buffer; from: number} {
  const random = numbers(seed * 1_000_003 + number)
  const from = Math.floor(random() * files.length)
  let bytes = files[from]!
  for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
    const other = files[Math.floor(random() * files.length)]!
    bytes = mutations[Math.floor(random() * mutations.length)]!(bytes, other, random)
  }
  return {bytes, from}
}
