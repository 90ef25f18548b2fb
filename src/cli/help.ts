/** One line of usage and what it does, by command. */
const usage: Record<string, [line: string, does: string]> = {
  run: [
    'planlens run [FOLDER|FILE…] [--out DIR] [--archive FILE.db|postgres://… [--workers]] [--themes FILE] [--against FRAMEWORK]… [--decisions FILE]… [--embedder minilm|none] [--jobs N] [--timeout S] [--no-pictures] [--strict] [--quiet] [--json]',
    'Reads everything, pairs versions, compares, finds gaps and writes the reports to DIR (output).'
  ],
  open: ['planlens open [FOLDER] [--print]', 'Shows the last report in the browser, or says where it is.'],
  ingest: [
    'planlens ingest FILE… [--format tree|units|outline|markdown|csv|stratml] [--furniture keep] [--explain ID|WORDS]',
    'One plan as a tree, or laid flat; with --explain which rule made a unit of it, and what it competed with.'
  ],
  changes: [
    'planlens changes OLD NEW [NEW…] [--base] [--format text|json|html|docx] [--decisions FILE]… [--out FILE] [--author NAME] [--date DAY]',
    'What a new draft dropped, weakened, moved, added. Of several drafts each step, first to last, and what was taken back; with --base all are edits of the first, and where they meet.'
  ],
  overlaps: [
    'planlens overlaps PLAN PLAN… [--format text|json|csv|html] [--top 10] [--embedder minilm|none] [--lexicon FILE] [--cache DIR]',
    'Which commitments plans share, in whatever words.'
  ],
  gaps: [
    'planlens gaps PLAN… [--against FRAMEWORK.yaml]… [--themes THEMES.yaml] [--decisions FILE]… [--format text|json|csv|html]',
    'What a plan leaves out; of several plans also what the earlier one had or the others have.'
  ],
  measures: [
    'planlens measures PLAN… [--format text|json|csv]',
    'Every measure taken apart (what is counted, for whom, which way, from where, to where, by when, told by whom) with its SMART marks.'
  ],
  coverage: [
    'planlens coverage PLAN… [--themes THEMES.yaml] [--format text|json|csv]',
    'Which themes a plan speaks of, and at what level.'
  ],
  compare: [
    'planlens compare PLAN PLAN… [--by plan|authority] [--themes THEMES.yaml] [--format text|json]',
    'Plans or authorities side by side: how firm, how readable, what only one has.'
  ],
  worker: [
    'planlens worker postgres://USER@HOST/DATABASE [--jobs N] [--timeout S] [--quiet]',
    'Reads what planlens run --archive postgres://… --workers sends, on as many machines as there are.'
  ],
  archive: [
    'planlens archive status|verify|vacuum|export|search|copy|rebuild ARCHIVE [WORDS…|ARCHIVE|FOLDER…]',
    'What an archive holds and whether it is sound; makes it smaller, searches it, copies it, or makes it anew from the files; all of it as JSON Lines.'
  ],
  inspect: ['planlens inspect FILE --page N [--out FILE.png]', 'A picture of a page with what was read drawn on it.']
}

const common = `Common options: --pdf-engine pdf-parse|pdfium, --no-ocr, --max-pages N.
A PLAN is a PDF, DOCX, HTML, Markdown or text file, or a plan.json written earlier. Data goes to stdout, problems to stderr.
Exit codes: 0 done, nothing to report; 1 done, with findings (changes, overlaps, gaps); 2 unusable input or arguments.`

/** The help of one command, or of all. */
export function help(command?: string): string {
  const rows = command && usage[command] ? [usage[command]] : Object.values(usage)
  return `${rows.map(([line, does]) => `${line}\n    ${does}`).join('\n')}\n\n${common}\n`
}
