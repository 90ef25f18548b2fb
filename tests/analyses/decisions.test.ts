import {expect, test} from 'vitest'
import {decisionsOf, withDecisions} from '../../src/analyses/decisions.ts'

const both = new Map([
  ['added-x', {mark: 'accepted' as const}],
  ['removed-y', {mark: 'ignored' as const, note: 'agreed, with the board'}]
])

test('decisions are read from YAML, JSON and CSV alike', () => {
  expect(
    decisionsOf('added-x: accepted\nremoved-y: {decision: ignored, note: "agreed, with the board"}\nz: open', 'd.yaml')
  ).toEqual(both)
  expect(
    decisionsOf(
      '[{"id":"added-x","decision":"accepted"},{"id":"removed-y","decision":"ignored","note":"agreed, with the board"}]',
      'd.json'
    )
  ).toEqual(both)
  expect(
    decisionsOf('id,decision,note\r\nadded-x,accepted,\r\nremoved-y,ignored,"agreed, with the board"\r\n', 'd.csv')
  ).toEqual(both)
})

test('what is no decision is refused by file and word', () => {
  expect(() => decisionsOf('added-x: maybe', 'd.yaml')).toThrow("'maybe' is no decision")
  expect(() => decisionsOf('a: [', 'd.yaml')).toThrow('not valid YAML')
})

test('decisions are set on their findings; those of findings that are gone come back', () => {
  const {findings, unused} = withDecisions([{id: 'added-x'}, {id: 'moved-z'}], both)
  expect(findings).toEqual([{id: 'added-x', decision: {mark: 'accepted'}}, {id: 'moved-z'}])
  expect(unused).toEqual(['removed-y'])
})
