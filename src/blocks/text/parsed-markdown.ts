/** Markdown as a tree. */
import type {Root} from 'mdast'
import {whenNeeded} from '../../language/when-needed.ts'

const unifiedLibrary = whenNeeded<typeof import('unified')>('unified')
const parserLibrary = whenNeeded<typeof import('remark-parse')>('remark-parse')
const tablesLibrary = whenNeeded<typeof import('remark-gfm')>('remark-gfm')

/** Constructs that plain text triggers by accident: indented lines are not code, and nothing in a plan is. */
const plainMarkdown = {disable: {null: ['codeIndented', 'codeFenced', 'codeText', 'definition']}}

/** Headings, paragraphs, lists and pipe tables. */
export function parsedMarkdown(text: string): Root {
  parser ??= newParser()
  return parser.parse(text)
}
let parser: ReturnType<typeof newParser> | undefined

const newParser = () =>
  unifiedLibrary()
    .unified()
    .use(parserLibrary().default)
    .use(tablesLibrary().default, {singleTilde: false})
    .use(function (this: {data(): object}) {
      const data = this.data() as {micromarkExtensions?: object[]}
      data.micromarkExtensions ??= []
      data.micromarkExtensions.push(plainMarkdown)
    })
    .freeze()
