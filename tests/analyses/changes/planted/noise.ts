/** What another converter, layout or template does to a plan's text without a change of its words. */
import {pick} from './seeded.ts'

export interface Noise {
  name: string
  apply: (text: string, random: () => number) => string
}

/** A line of running text: no table, no heading, no HTML, no contents entry. */
const isProse = (line: string): boolean => /\p{L}/u.test(line) && !/[\t|<>#]|\.{4,}|^\s*\d+$/.test(line)
const lines = (text: string, each: (line: string, at: number, all: string[]) => string): string =>
  text.split('\n').map(each).join('\n')

export const noises: readonly Noise[] = [
  {
    name: 'curly quotes',
    apply: (text) =>
      /<!doctype|<html/i.test(text)
        ? text
        : text
            .replace(/(?<=\p{L})'(?=\p{L}|\s)/gu, '’')
            .replace(/(?<=\s)"(?=\p{L})/gu, '“')
            .replace(/(?<=[\p{L}.!?])"(?=\s)/gu, '”')
  },
  {name: 'dashes', apply: (text) => text.replace(/ – /g, ' - ')},
  {
    name: 'bullets',
    apply: (text, random) =>
      text.replace(/^(\s*)[-*•] (?=\p{L})/gmu, `$1${pick(['• ', '* ', '· ', '- ', '- • '], random)}`)
  },
  {
    name: 'heading levels',
    apply: (text) =>
      text.replace(/^(#{1,5}) (?=\S)/gm, (_, marks: string) => (marks.length > 1 ? `${marks}# ` : `${marks} `))
  },
  {name: 'bold headings', apply: (text) => text.replace(/^(#{1,6}) (?!\*)(.+)$/gm, '$1 **$2**')},
  {name: 'bold lost', apply: (text) => text.replace(/^(- |\d+[a-z.]* )?\*\*([^*\n]+)\*\*/gm, '$1$2')},
  {
    name: 'ligatures',
    apply: (text) => text.replace(/(?<=\p{L})fi(?=\p{L})/gu, 'ﬁ').replace(/(?<=\p{L})fl(?=\p{L})/gu, 'ﬂ')
  },
  {
    name: 'hard spaces',
    apply: (text) => lines(text, (line) => (isProse(line) ? line.replace(/(?<=\p{L}) (?=\p{L}{3})/u, '\u00a0') : line))
  },
  {
    name: 'two spaces',
    apply: (text) => lines(text, (line) => (isProse(line) ? line.replace(/\. (?=\p{Lu})/gu, '.  ') : line))
  },
  {
    name: 'furniture',
    apply: (text) => {
      let page = 3
      return lines(text, (line, at, all) => {
        if (line !== '' || at % 23 > 0 || !/^[#\p{L}]/u.test(all[at + 1] ?? '')) return line
        page += 1
        return `\n\nOFFICIAL\n\n${page}\n\n`
      })
    }
  },
  {
    name: 'wrapped lines',
    apply: (text) =>
      lines(text, (line) => {
        if (!isProse(line) || line.length < 90 || /^\s*(?:[-*•·]|\d+[.a-z)])/.test(line)) return line
        let [wrapped, width] = ['', 0]
        for (const word of line.split(' ')) {
          const joint = wrapped === '' ? '' : width + word.length > 78 ? '\n' : ' '
          width = joint === '\n' ? word.length : width + word.length + 1
          wrapped += joint + word
        }
        return wrapped
      })
  },
  {name: 'blank lines', apply: (text) => text.replace(/\n\n/g, '\n\n\n')},
  {name: 'trailing spaces', apply: (text) => lines(text, (line) => (isProse(line) ? `${line}  ` : line))},
  {
    name: 'heading capitals',
    apply: (text) =>
      text.replace(
        /^(#{2,6} )((?:Our|How|What|Why|You) .+)$/gm,
        (_, marks: string, words: string) => marks + words.toUpperCase()
      )
  }
]
