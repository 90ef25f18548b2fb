import {figure, readDrafts, scoreDrafts} from './alignment-scores.ts'

/** `npm run bench -- align FILE.jsonl…`: sentence alignment of two drafts against pairs made by people. */
export function bench(files: string[]): void {
  for (const file of files) {
    const s = scoreDrafts(readDrafts(file), false)
    console.log(
      `align ${s.documents} documents: P ${figure(s.precision)} R ${figure(s.recall)} F1 ${figure(s.f1)}, ` +
        `changed pairs F1 ${figure(s.changed)}, n:m recall ${figure(s.several)}, ${s.ms.toFixed(1)} ms a document`
    )
  }
}
