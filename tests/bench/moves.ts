import {figure, readDrafts, scoreDrafts} from './alignment-scores.ts'

/** `npm run bench -- moves FILE.jsonl…`: moved sentences; on drafts without any, how many are told wrongly. */
export function bench(files: string[]): void {
  for (const file of files) {
    const drafts = readDrafts(file)
    const s = scoreDrafts(drafts, true)
    const natural = drafts.every((draft) => (draft.moved ?? []).length === 0)
    const moves = natural
      ? `no moves in the drafts, ${s.moves} told in ${s.blocks} blocks`
      : `moves P ${figure(s.movePrecision)} R ${figure(s.moveRecall)} F1 ${figure(s.moveF1)}`
    console.log(
      `moves ${s.documents} documents: ${moves}; pairs P ${figure(s.precision)} R ${figure(s.recall)} ` +
        `F1 ${figure(s.f1)}, changed pairs F1 ${figure(s.changed)}, n:m recall ${figure(s.several)}, ` +
        `${s.ms.toFixed(1)} ms a document`
    )
  }
}
