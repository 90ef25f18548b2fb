/** Small files of every format that is read: the start of every mutation. */
import {readFileSync} from 'node:fs'
import {strToU8, zipSync} from 'fflate'
import {stratmlOf} from '../../src/index.ts'
import {pdfOf, rule, text} from '../support/pdf.ts'
import {action, measure, outcome, plan, priority} from '../support/plans.ts'

const corpus = (name: string) => readFileSync(new URL(`../../corpus/${name}`, import.meta.url))

const tree = plan([
  outcome(
    'Every child has a dry bed',
    priority('Mend the roofs', action('Mend ten roofs by May 2027')),
    measure('Dry beds: 90% by 2028')
  )
])

const page = [
  text(72, 780, 'Marlford Plan 2026-30', {size: 20, font: 'F2'}),
  text(72, 740, 'Outcome 1: Dry beds', {size: 14, font: 'F2'}),
  text(72, 715, 'We will:'),
  text(80, 695, '- mend every roof by 2028'),
  text(80, 680, '- ask tenants each spring'),
  ...[650, 620, 590].map((y) => rule(72, y, 500, y)),
  ...[72, 286, 500].map((x) => rule(x, 590, x, 650)),
  text(80, 630, 'Action'),
  text(300, 630, 'Lead'),
  text(80, 600, 'Mend ten roofs'),
  text(300, 600, 'Head of Housing')
].join('\n')

const word = zipSync(
  {
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    ),
    'word/document.xml': strToU8(
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Outcome 1: Dry beds</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Action</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Lead</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>'
    )
  },
  {level: 0}
)

export interface FuzzInput {
  name: string
  bytes: Buffer
}

export const fuzzInputs: readonly FuzzInput[] = [
  {name: 'plan.md', bytes: corpus('pellingham-young-peoples-plan.md')},
  {name: 'policy.txt', bytes: corpus('marlshire-data-sharing-policy.txt')},
  {name: 'tables.txt', bytes: corpus('east-marlshire-care-experienced-strategy-2024-27.txt').subarray(2000, 5000)},
  {name: 'plan.html', bytes: corpus('marlshire-healthy-lives-strategy.html').subarray(0, 4000)},
  {name: 'tree.json', bytes: Buffer.from(JSON.stringify(tree))},
  {name: 'plan.stratml', bytes: Buffer.from(stratmlOf(tree))},
  {name: 'page.pdf', bytes: Buffer.from(pdfOf({pages: [{content: page}], title: 'Marlford Plan'}))},
  {name: 'word.docx', bytes: Buffer.from(word)}
]
