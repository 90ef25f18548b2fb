/** Answers kept for one question; a plan of 40 pages has about 2,000 lines and cells. */
const mostAnswers = 8_192
/** Longest text whose answer is kept, characters: longer ones are seldom asked about twice. */
const longestKept = 1_000

/**
 * A question about a text that many rules ask of the same lines, with the answers kept. The question has to be pure, and
 * whoever asks must leave the answer as it is: the next one gets the same.
 */
export function remembered<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>()
  return (text) => {
    if (text.length > longestKept) return ask(text)
    const known = answers.get(text)
    if (known !== undefined || answers.has(text)) return known as Answer
    const answer = ask(text)
    if (answers.size >= mostAnswers) answers.clear()
    answers.set(text, answer)
    return answer
  }
}
