/** Elements of other people’s StratML that our tree has no place for, kept as they are in the order of the current schema. */
import type {XmlElement} from './xml-tree.ts'

/** What the importer keeps of a file that our tree has no place for, under `data.stratml` of a node. */
export interface StratmlData {
  identifier?: string
  /** Elements of the vocabulary that were kept as they are: [name, text or children]. */
  kept?: Kept[]
}

export type Kept = readonly [
  name: string,
  content: string | readonly Kept[],
  attributes?: Readonly<Record<string, string>>
]

export function dataOf(stratml: StratmlData, more: Record<string, unknown> = {}): {data?: Record<string, unknown>} {
  const data = {...(Object.keys(stratml).length ? {stratml} : {}), ...more}
  return Object.keys(data).length ? {data} : {}
}

/** Order of children in the schema, by which kept elements are put right. */
const order = [
  'Identifier',
  'Name',
  'Acronym',
  'Description',
  'DescriptorName',
  'DescriptorValue',
  'Stakeholder',
  'Role',
  'RoleType',
  'StartDate',
  'EndDate',
  'NumberOfUnits',
  'Descriptor',
  'PublicationDate',
  'Source',
  'GivenName',
  'Surname',
  'PhoneNumber',
  'EmailAddress',
  'ReferentIdentifier'
]

const orders: Readonly<Record<string, readonly string[]>> = {
  Organization: ['Name', 'Acronym', 'Identifier', 'Description', 'Stakeholder'],
  AdministrativeInformation: ['Identifier', 'StartDate', 'EndDate', 'PublicationDate', 'Source'],
  Submitter: ['Identifier', 'GivenName', 'Surname', 'PhoneNumber', 'EmailAddress'],
  Stakeholder: ['Name', 'Description', 'Role'],
  Role: ['Name', 'Description', 'RoleType'],
  TargetResult: ['StartDate', 'EndDate', 'NumberOfUnits', 'Descriptor', 'Description'],
  ActualResult: ['StartDate', 'EndDate', 'NumberOfUnits', 'Descriptor', 'Description'],
  Descriptor: ['DescriptorName', 'DescriptorValue'],
  Relationship: ['ReferentIdentifier', 'Name', 'Description']
}

const renamed: Readonly<Record<string, string>> = {FirstName: 'GivenName', LastName: 'Surname'}
const allowedAttributes: Readonly<Record<string, readonly string[]>> = {
  Stakeholder: ['Person', 'Organization', 'Generic_Group'],
  Relationship: ['Broader_Than', 'Peer_To', 'Narrower_Than']
}

/** An element as it is, with names and order of the current schema, without what the schema would not bear. */
export function keptElement(element: XmlElement, without: readonly string[] = []): Kept | undefined {
  const allowed = orders[element.name]
  if (element.children.length === 0 && !allowed) return [element.name, valid(element.name, element.text)]
  const children = element.children
    .map((child) => ({...child, name: renamed[child.name] ?? child.name}))
    .filter(({name}) => !without.includes(name) && (allowed ?? order).includes(name))
    .sort((a, b) => (allowed ?? order).indexOf(a.name) - (allowed ?? order).indexOf(b.name))
  const inner = children
    .map((child) => keptElement(child))
    .filter(
      (child) => child !== undefined && child[1] !== '' && !(Array.isArray(child[1]) && child[1].length === 0)
    ) as Kept[]
  const single = singles(element.name, inner)
  if (element.name === 'Stakeholder' || element.name === 'Role') {
    if (!single.some(([name]) => name === 'Name')) {
      if (single.length === 0) return undefined
      single.unshift(['Name', element.name === 'Role' ? 'role' : 'not named'])
    }
  }
  const marks = Object.entries(element.attributes).filter(([, value]) =>
    allowedAttributes[element.name]?.includes(value)
  )
  return [element.name, single, Object.fromEntries(marks)]
}

const several: ReadonlySet<string> = new Set(['Stakeholder', 'Role', 'ReferentIdentifier'])

/** The first of each child that may stand once; of roles' types the first two. Further words are joined to the first. */
function singles(parent: string, children: readonly Kept[]): Kept[] {
  const found: Kept[] = []
  for (const child of children) {
    const [name, content] = child
    const same = found.findIndex(([each]) => each === name)
    if (same < 0 || several.has(name)) found.push(child)
    else if (parent === 'Role' && name === 'RoleType') found.push(child)
    else if (typeof content === 'string' && typeof found[same]![1] === 'string')
      found[same] = [name, `${found[same]![1]}\n${content}`]
    else if (name === 'Descriptor') found.push(['Description', descriptorWords(child)])
  }
  return joinDescriptions(found)
}

function descriptorWords([, content]: Kept): string {
  return typeof content === 'string' ? content : content.map(([, words]) => String(words)).join(': ')
}

function joinDescriptions(children: readonly Kept[]): Kept[] {
  const words = children.filter(([name]) => name === 'Description').map(([, content]) => String(content))
  const rest = children.filter(([name]) => name !== 'Description')
  if (words.length === 0) return rest
  const at = children.findIndex(([name]) => name === 'Description')
  const before = words.length > 1 ? rest.length : at
  return [...rest.slice(0, before), ['Description', words.join('\n')], ...rest.slice(before)]
}

/** Text as the schema bears it; '' where it does not. */
function valid(name: string, text: string): string {
  if (name === 'Identifier') return ''
  if (/Date$/.test(name)) return isDay(text) ? text.slice(0, 10) : ''
  if (name === 'NumberOfUnits') return decimalOf(text) ?? ''
  if (name === 'RoleType') return ['Performer', 'Beneficiary'].includes(text) ? text : ''
  if (name === 'Source') return encodeURI(text.replace(/[\s<>"]+/g, '')).replace(/%25/g, '%')
  return text
}

export function hasText(element: XmlElement): boolean {
  return element.text !== '' || element.children.some(hasText)
}

export const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}/.test(day) && !Number.isNaN(Date.parse(day.slice(0, 10)))

export function decimalOf(text: string): string | undefined {
  const plain = text.replace(/[,\s]/g, '')
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(plain) ? plain : undefined
}
