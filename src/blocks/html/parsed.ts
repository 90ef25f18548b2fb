/** HTML as a tree of elements. */
import type {Root} from 'hast'
import {whenNeeded} from '../../language/when-needed.ts'

const unifiedLibrary = whenNeeded<typeof import('unified')>('unified')
const parserLibrary = whenNeeded<typeof import('rehype-parse')>('rehype-parse')

/** A whole page. @throws {RangeError} where elements are nested deeper than the parser can follow */
export function parsedPage(html: string): Root {
  page ??= parserOf({fragment: false})
  return page.parse(html)
}

/** A piece of a page. @throws {RangeError} as above */
export function parsedFragment(html: string): Root {
  fragment ??= parserOf({fragment: true})
  return fragment.parse(html)
}

type Parser = ReturnType<typeof parserOf>
let page: Parser | undefined
let fragment: Parser | undefined

const parserOf = (options: {fragment: boolean}) =>
  unifiedLibrary().unified().use(parserLibrary().default, options).freeze()
