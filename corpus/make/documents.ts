/** The documents of the sample archive and how each is made. */
import type {Layout} from './print.ts'

export interface Document {
  /** Short name used in truth.json. */
  id: string
  file: string
  title: string
  publisher: string
  status: 'draft' | 'final' | 'unstated' | 'not a plan'
  /** A source in this folder; none when the document is its own source. */
  source?: string
  version?: 'draft' | 'final'
  layout?: Layout
}

const east = {
  title: "East Marlshire Children and Young People's Plan 2024-28",
  publisher: "East Marlshire Children's Partnership Board",
  source: 'east-plan.md'
}

export const documents: Document[] = [
  {
    id: 'east-draft',
    file: 'east-marlshire-plan-2024-28-draft.pdf',
    status: 'draft',
    ...east,
    version: 'draft',
    layout: {name: 'plain', head: "Children and Young People's Plan 2024-28 – Draft for consultation", foot: 'Page'}
  },
  {
    id: 'east',
    file: 'east-marlshire-plan-2024-28.pdf',
    status: 'final',
    ...east,
    version: 'final',
    layout: {
      name: 'council',
      head: "East Marlshire Children and Young People's Plan 2024-28",
      foot: 'OFFICIAL',
      contents: {
        'Outcome 3 – Young people enjoy good emotional health and know where to turn':
          'Outcome 3 – Young people enjoy good mental health and know where to turn'
      }
    }
  },
  {
    id: 'west',
    file: 'west-marlshire-plan-2023-27.md',
    title: "The West Marlshire Children and Young People's Plan 2023-27",
    publisher: "West Marlshire Children's Alliance",
    status: 'final'
  },
  {
    id: 'west-earlier',
    file: 'west-marlshire-plan-2019-22.pdf',
    title: "West Marlshire Children's Plan 2019-22",
    publisher: "West Marlshire Children's Alliance",
    status: 'draft',
    source: 'west-earlier-plan.md',
    layout: {name: 'landscape', head: "West Marlshire Children's Plan 2019-22", foot: 'Third draft'}
  },
  {
    id: 'care',
    file: 'east-marlshire-care-experienced-strategy-2024-27.txt',
    title: "Care Experienced Children and Young People's Strategy 2024-27",
    publisher: 'East Marlshire Council',
    status: 'final',
    source: 'east-care-strategy.md'
  },
  {
    id: 'health',
    file: 'marlshire-healthy-lives-strategy.html',
    title: 'Healthy Lives in Marlshire: our strategy 2024 to 2029',
    publisher: 'Marlshire Integrated Health Board',
    status: 'unstated'
  },
  {
    id: 'pellingham',
    file: 'pellingham-young-peoples-plan.md',
    title: "Pellingham Young People's Plan 2025-27",
    publisher: 'Pellingham Town Council',
    status: 'final'
  },
  {
    id: 'policy',
    file: 'marlshire-data-sharing-policy.txt',
    title: 'Data Sharing Policy',
    publisher: 'Marlshire Partners',
    status: 'not a plan'
  }
]
