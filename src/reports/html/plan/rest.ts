/** What a plan says outside its goals: foreword, vision, governance, glossary and the like, folded, word for word. */
import {isFacet} from '../../../plan-tree/guards.ts'
import type {Achievement, Facet, Glossary, PlanNode, Section} from '../../../plan-tree/nodes.ts'
import {pagesInWords} from '../../../plan-tree/walk.ts'
import {type Context, type PlanEntry, unitAnchor} from '../context.ts'
import {type Html, html} from '../html.ts'
import {chip, count, hidden, said, table} from '../parts.ts'

const roleWords: Readonly<Record<Section['role'], string>> = {
  foreword: 'Foreword',
  vision: 'Vision',
  principles: 'Principles',
  needs: 'Needs',
  voice: 'What people said',
  progress: 'Progress so far',
  governance: 'Governance',
  policy: 'Policy',
  review: 'Review',
  contents: 'Contents',
  summary: 'Summary',
  other: 'Other'
}

/** Sections, glossaries and loose facets in reading order; undefined when everything stands under goals. */
export function restOfPlan(context: Context, entry: PlanEntry): Html | undefined {
  const rest = entry.plan.children.filter(
    (child) => child.type === 'section' || child.type === 'glossary' || isFacet(child)
  )
  if (rest.length === 0) return undefined
  return html`<ul class="list rest">${runsOf(rest).map((run) =>
    Array.isArray(run) ? looseWords(context, entry, run) : partFold(context, entry, run)
  )}</ul>`
}

type Part = Section | Glossary

function runsOf(nodes: readonly PlanNode[]): (Part | Facet[])[] {
  const runs: (Part | Facet[])[] = []
  for (const node of nodes) {
    const last = runs.at(-1)
    if (node.type === 'section' || node.type === 'glossary') runs.push(node)
    else if (Array.isArray(last)) last.push(node as Facet)
    else runs.push([node as Facet])
  }
  return runs
}

function looseWords(context: Context, entry: PlanEntry, facets: readonly Facet[]): Html {
  return html`<li><details><summary><b>Words outside every part</b> <span class="soft">${count(facets.length, 'passage')}</span></summary>${facets.map(
    (facet) => wordsLine(context, entry, facet)
  )}</details></li>
`
}

function partFold(context: Context, entry: PlanEntry, part: Part): Html {
  if (part.type === 'glossary')
    return html`<li><details><summary><b>Glossary</b>${part.title && html` ${said(part.title)}`} <span class="soft">${count(part.children.length, 'entry', 'entries')}</span></summary>${glossaryTable(context, entry, part)}</details></li>
`
  return html`<li><details><summary><b>${roleWords[part.role]}</b> ${said(part.title)} ${pageWords(part)}</summary>${sectionWords(context, entry, part)}</details></li>
`
}

function pageWords({pages}: Part): Html | undefined {
  const words = pagesInWords(pages)
  return words ? html`<span class="soft">${words}</span>` : undefined
}

function sectionWords(context: Context, entry: PlanEntry, section: Section): Html[] {
  return section.children.map((child) =>
    child.type === 'section'
      ? html`<h4>${said(child.title)}</h4>${sectionWords(context, entry, child)}`
      : wordsLine(context, entry, child)
  )
}

const kindBefore: Readonly<Record<string, string>> = {
  voice: 'They said',
  statistic: 'Figure',
  reference: 'Names',
  restatement: 'Said again',
  date: 'Date',
  lead: 'Lead',
  achievement: 'Achieved',
  target: 'Target'
}

function wordsLine(context: Context, entry: PlanEntry, node: Facet | Achievement): Html {
  const unit = entry.idOf.get(node) ?? ''
  const kind = kindBefore[node.type]
  const line = html`${kind && html`<b class="term">${kind}</b> `}${said(node.value)} ${chip(context, {plan: entry.id, unit, pages: node.pages})}`
  return node.type === 'passage' && node.block === 'heading'
    ? html`<p id="${unitAnchor(unit)}"><b>${line}</b></p>
`
    : html`<p id="${unitAnchor(unit)}">${line}</p>
`
}

function glossaryTable(context: Context, entry: PlanEntry, glossary: Glossary): Html {
  const id = `t-glossary-${entry.plan.children.indexOf(glossary)}`
  return table({
    id,
    caption: hidden('Glossary of the plan'),
    head: html`<tr><th scope="col">Word</th><th scope="col">What the plan says</th><th scope="col">Page</th></tr>`,
    body: html`<tbody>${glossary.children.map((each) => {
      const unit = entry.idOf.get(each) ?? ''
      return html`<tr id="${unitAnchor(unit)}"><th scope="row">${said(each.name)}</th><td>${each.use === 'sayInstead' && html`<span class="soft">say instead:</span> `}${said(each.value)}</td><td>${chip(context, {plan: entry.id, unit, pages: each.pages})}</td></tr>
`
    })}</tbody>`
  })
}
