import {describe, expect, it} from 'vitest'
import {fromPages} from '../../src/blocks/pages/from-pages.ts'
import type {Colour} from '../../src/source/types.ts'
import {PrintedPage, read, sourceOf} from './printed-page.ts'

const before = 'The partnership has agreed what to do first and asks every service in the borough to help with it'
const steps = ['Open a family hub in every town', 'Visit each new parent before the birth', 'Train all nursery staff']
const teal: Colour = [0, 107, 84]

const disc = (page: PrintedPage, x: number, y: number, side: number) =>
  page.page.fills.push({box: [x, y, x + side, y + side], colour: teal, round: true})
/** One line in a colour of its own. */
const coloured = (page: PrintedPage, text: string, x: number, y: number) => {
  const from = page.page.runs.length
  page.line(text, x, y)
  for (const run of page.page.runs.slice(from)) run.colour = teal
}

describe('drawn markers', () => {
  it('takes discs nearly as large as the letters for bullets where several stand below one another', () => {
    const page = new PrintedPage()
    page.prose(before, 50, 60, 400)
    steps.forEach((text, i) => {
      disc(page, 50, 110 + 20 * i, 10)
      page.line(text, 66, 118 + 20 * i)
    })
    expect(read(page).slice(1)).toEqual(steps.map((text) => `• ${text}`))
  })

  it('takes one such disc before a heading for a picture', () => {
    const page = new PrintedPage()
    page.prose(before, 50, 60, 400)
    disc(page, 50, 110, 12)
    page.line('What we will do', 70, 120, {size: 12, weight: 700})
    page.prose(before, 50, 140, 400)
    expect(read(page)[1]).toMatch(/^#+ What we will do$/)
  })

  it('takes discs on a line of time before headings for no bullets, however many there are', () => {
    const page = new PrintedPage()
    let y = 60
    for (const title of [...steps, 'And what comes then']) {
      disc(page, 40, y - 10, 12)
      page.line(title, 66, y, {size: 12, weight: 700})
      y = page.prose(before, 66, y + 16, 400) + 14
    }
    expect(read(page).filter((line) => line.startsWith('#'))).toHaveLength(steps.length + 1)
  })

  it('reads large numbers level with the middle of their text as those of a list', () => {
    const page = new PrintedPage()
    page.prose(before, 50, 60, 400)
    const wanted = steps.map((text, i) => {
      const top = 110 + 60 * i
      const end = page.prose(`${text} ${text}`, 82, top, 130)
      page.line(String(i + 1), 55, (top + end) / 2, {size: 22, weight: 700}).shade(50, top - 14, 216, end)
      return `${i + 1} ${text} ${text}`
    })
    expect(read(page).slice(1)).toEqual(wanted)
  })

  it('leaves large figures that do not count up in front of no list', () => {
    const page = new PrintedPage()
    page.prose(before, 50, 60, 400)
    const said = [14, 37, 92].map((figure, i) => {
      const top = 110 + 60 * i
      const end = page.prose('boats came to the quay in the spring of the year', 90, top, 130)
      page.line(String(figure), 55, (top + end) / 2, {size: 22, weight: 700})
      return figure
    })
    const out = read(page)
    for (const figure of said) expect(out.some((line) => line.startsWith(`${figure} boats`))).toBe(false)
  })

  it('reads numbers printed in discs as those of a list', () => {
    const page = new PrintedPage()
    page.prose(before, 50, 60, 400)
    steps.forEach((text, i) => {
      disc(page, 50, 108 + 22 * i, 14)
      page.line(String(i + 1), 55, 117 + 22 * i, {size: 8, weight: 700}).line(text, 72, 118.5 + 22 * i)
    })
    expect(read(page).slice(1)).toEqual(steps.map((text, i) => `${i + 1} ${text}`))
  })
})

describe('headings that little tells', () => {
  it('go on with the line below, further off or in small capitals, that begins inside their sentence', () => {
    for (const [pitch, size] of [
      [31, 16],
      [20, 12]
    ] as const) {
      const page = new PrintedPage()
      let y = 60
      for (const title of steps) {
        page.line(`${title}, and all that is needed for it in the`, 50, y, {size: 16, weight: 700})
        page.line('winter months', 50, y + pitch, {size, weight: 700})
        y = page.prose(before, 50, y + pitch + 22, 400) + 20
      }
      expect(read(page).filter((line) => line.startsWith('#'))).toEqual(
        steps.map((title) => `# ${title}, and all that is needed for it in the winter months`)
      )
    }
  })

  it('finds those that only their colour tells', () => {
    const page = new PrintedPage()
    let y = 60
    for (const title of steps) {
      coloured(page, title, 50, y)
      y = page.prose(before, 50, y + 14, 300) + 10
    }
    expect(read(page)).toEqual(steps.flatMap((title) => [`# ${title}`, `p ${before}`]))
  })

  it('leaves coloured names and quotations alone', () => {
    const page = new PrintedPage()
    let y = 60
    for (const name of ['“I want to be heard.”', '“Come back when you said you would.”', '“Tell us why.”']) {
      coloured(page, name, 50, y)
      y = page.prose(before, 50, y + 14, 300) + 10
    }
    expect(read(page).every((block) => block.startsWith('p '))).toBe(true)
  })

  it('puts what comes back under each heading of one style below those headings', () => {
    const page = new PrintedPage()
    const bold = {weight: 700}
    let y = 40
    const head = (text: string) => {
      page.line(text, 50, y, bold)
      y += 14
    }
    for (const title of steps) {
      head(title)
      y = page.prose(before, 50, y, 300) + 12
      head('How we will know')
      y = page.prose(before, 50, y, 300) + 12
    }
    const heads = read(page).filter((block) => block.startsWith('#'))
    expect(heads).toEqual(steps.flatMap((title) => [`# ${title}`, '## How we will know']))
  })

  it('finds bold ones smaller than the text', () => {
    const page = new PrintedPage()
    let y = page.prose(before, 50, 60, 300, {size: 11})
    page.line('What changes this year', 50, y + 10, {size: 9.2, weight: 700})
    y = page.prose(before, 50, y + 25, 300, {size: 11})
    expect(read(page)[1]).toBe('# What changes this year')
  })
})

describe('columns', () => {
  it('begin with the line at their top, though a heading stands lower beside it', () => {
    const page = new PrintedPage()
    page.line('and that help is there when it is needed.', 300, 92)
    const right = page.prose(before, 300, 110, 220)
    page.prose(before, 300, right + 8, 220)
    page.line('Our aims', 50, 104, {size: 12, weight: 700})
    let y = 120
    for (let i = 0; i < 3; i += 1) y = page.prose(before, 50, y, 220)
    const blocks = read(page)
    expect(blocks[0]).toMatch(/^#+ Our aims$/)
    expect(blocks[1]).toMatch(/with it and that help is there when it is needed\.$/)
  })

  it('are not parted by the edge of a quotation in one of them', () => {
    const page = new PrintedPage()
    const prose = (x: number) => page.prose(`${before} ${before} ${before}`, x, 100, 200)
    prose(50)
    page.upright(295, 100, 124)
    prose(310)
    expect(read(page)).toEqual([`p ${before} ${before} ${before}`, `p ${before} ${before} ${before}`])
  })

  it('keeps side headings beside a table that runs on below them', () => {
    const page = new PrintedPage()
    const bold = {size: 12, weight: 700}
    for (const [i, title] of ['Why', 'Who', 'What'].entries()) {
      page.line(title, 50, 40 + 70 * i, bold)
      page.prose(`${before} ${before}`, 180, 40 + 70 * i, 300)
    }
    page.line('Measures', 50, 262, bold)
    page.table(
      [
        ['Measure', 'Now'],
        ['Families seen early', '40'],
        ['Waits in weeks', '12']
      ],
      [180, 330, 480],
      250
    )
    const blocks = read(page).map((block) => block.replace(/^#+/, '#'))
    expect(blocks.slice(4, 8)).toEqual(['# What', `p ${before} ${before}`, '# Measures', 'row Measure | Now'])
  })
})

describe('shades and frames', () => {
  it('reads the cells of rows without a shade', () => {
    const page = new PrintedPage()
    const rows = [
      ['Measure', 'Now', 'Then'],
      ['Waits in weeks', '43', '6'],
      ['Young carers', '0', '400'],
      ['Seen early', '10', '60'],
      ['Active', '47', '60']
    ]
    rows.forEach((cells, i) => {
      cells.forEach((text, column) => {
        page.line(text, [54, 254, 354][column]!, 120 + 34 * i)
      })
    })
    rows.forEach((_, i) => {
      if (i === 2) return
      const [top, bottom] = [100 + 34 * i, 134 + 34 * i]
      for (const [left, right] of [
        [50, 250],
        [250, 350],
        [350, 450]
      ] as const)
        page.shade(left, top, right, bottom)
    })
    expect(read(page).filter((block) => block.startsWith('row'))).toEqual(
      rows.map((cells) => `row ${cells.join(' | ')}`)
    )
  })

  it('does not read rules under headings as those of the table between them', () => {
    const page = new PrintedPage()
    page.line('First pledge', 50, 60, {size: 14, weight: 700}).level(66, 50, 450)
    page.prose(before, 50, 84, 400)
    page.table(
      [
        ['Action', 'Lead'],
        ['Open the hub', 'Director'],
        ['Train the staff', 'Head']
      ],
      [54, 250, 450],
      118
    )
    page.prose(before, 50, 190, 400)
    page.line('Second pledge', 50, 240, {size: 14, weight: 700}).level(246, 50, 450)
    page.prose(before, 50, 264, 400)
    expect(read(page).map((block) => block.split(' ')[0])).toEqual(['#', 'p', 'row', 'row', 'row', 'p', '#', 'p'])
  })

  it('sees frames with round corners', () => {
    const page = new PrintedPage()
    page.prose(before, 50, 60, 500)
    steps.forEach((text, i) => {
      const [left, right, r] = [50 + 170 * i, 200 + 170 * i, 6]
      page.level(110, left + r, right - r).level(150, left + r, right - r)
      page.upright(left, 110 + r, 150 - r).upright(right, 110 + r, 150 - r)
      page.prose(text, left + 8, 126, 130)
    })
    expect(read(page).slice(1)).toEqual(steps.map((text) => `• ${text}`))
  })
})

describe('turned heads of columns', () => {
  it('stand in their cells', () => {
    const page = new PrintedPage()
    const rows = [
      ['Action', '', ''],
      ['Open the hub', 'Yes', 'No'],
      ['Train the staff', 'No', 'Yes']
    ]
    page.table(rows, [50, 250, 300, 350], 100)
    for (const rule of page.page.rules) {
      if (rule.from[1] === 100) Object.assign(rule, {from: [rule.from[0], 60]})
      if (rule.to[1] === 100) Object.assign(rule, {to: [rule.to[0], 60]})
    }
    for (const [text, x] of [
      ['Lead', 272],
      ['Partner', 322]
    ] as const) {
      page.line(text, x, 100)
      Object.assign(page.page.runs.at(-1)!, {
        angle: 90,
        box: [x, 64, x + 12, 64 + 5 * text.length],
        baseline: 64 + 5 * text.length
      })
    }
    expect(read(page)).toEqual([
      'row Action | Lead | Partner',
      'row Open the hub | Yes | No',
      'row Train the staff | No | Yes'
    ])
  })
})

describe('turned labels of rows', () => {
  const labels = ['Asked', 'Planned', 'Counted']
  const labelled = (texts: readonly string[]) => {
    const page = new PrintedPage()
    texts.forEach((text, i) => {
      const top = 100 + 60 * i
      page.level(top, 50, 500).level(top + 60, 50, 500)
      for (const x of [50, 80, 500]) page.upright(x, top, top + 60)
      page.prose(text, 86, top + 16, 400)
      page.line(labels[i]!, 60, top + 50)
      Object.assign(page.page.runs.at(-1)!, {angle: 90, box: [60, top + 12, 72, top + 50], baseline: top + 50})
    })
    return read(page)
  }
  it('stand in the first cells of a table that has no other label', () => {
    expect(labelled([before, steps[0]!, steps.join(' and ')])).toEqual([
      `row Asked | ${before}`,
      `row Planned | ${steps[0]}`,
      `row Counted | ${steps.join(' and ')}`
    ])
  })
  it('are none beside the figures of a chart', () => {
    expect(labelled(['20', '40', '60']).join()).not.toContain('row')
  })
})

describe('tabs at the side of the page', () => {
  it('are furniture', () => {
    const pages = [1, 2, 3, 4].map((number) => {
      const page = new PrintedPage(number)
      page.prose(`${steps[number % 3]} ${before}`, 50, 100, 400)
      page.shade(560, 80, 585, 160)
      page.line('Outcomes', 568, 150)
      const word = page.page.runs.at(-1)!
      Object.assign(word, {angle: 90, box: [566, 90, 578, 150], baseline: 150})
      return page
    })
    const blocks = fromPages(sourceOf(...pages))
    expect(JSON.stringify(blocks.tree)).not.toContain('Outcomes')
    expect(blocks.furniture.map(({text}) => text)).toEqual(['Outcomes', 'Outcomes', 'Outcomes', 'Outcomes'])
  })
})

describe('level tabs at the side of the page', () => {
  const tabbed = (beside: string): PrintedPage[] =>
    [1, 2, 3, 4].map((number) => {
      const page = new PrintedPage(number)
      page.prose(`${steps[number % 3]} ${before}`, 50, 100, 380)
      page.shade(505, 190, 595, 220).line('Harbours', 510, 205)
      if (number === 2 && beside) page.line(beside, 510, 300)
      return page
    })
  it('are furniture', () => {
    const blocks = fromPages(sourceOf(...tabbed('')))
    expect(JSON.stringify(blocks.tree)).not.toContain('Harbours')
  })
  it('are none where other words stand below them: the column of a table, or headings in the margin', () => {
    const blocks = fromPages(sourceOf(...tabbed('Quays')))
    expect(JSON.stringify(blocks.tree)).toContain('Harbours')
  })
})

describe('hyphens at line ends', () => {
  const joined = (...lines: string[]) => {
    const page = new PrintedPage()
    lines.forEach((line, i) => {
      page.line(line, 50, 60 + 12 * i)
    })
    return read(page)[0]
  }

  it('stay in spans of years and in numbers', () => {
    expect(
      joined('This is the plan of the council for the years 2024-', '28 and all who live in the borough today')
    ).toContain('2024-28')
    expect(
      joined('The alliance is made up of the borough and thirty-', 'nine schools that lie on the far side of it')
    ).toContain('thirty-nine')
  })

  it('stay after a prefix where the document cuts no words', () => {
    expect(
      joined('We will review the models for teams that are co-', 'located at the family centres of the borough')
    ).toContain('co-located')
  })
})
