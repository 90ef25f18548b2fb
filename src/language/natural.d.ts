/** The parts of `natural` that are imported by their own path (its index pulls in database drivers). */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const porter: {stem(word: string): string}
  export default porter
}
