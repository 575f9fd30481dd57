import type { PartContext } from './part.ts'

/** Copies a text, and says that it did or that the browser refused. */
export async function copyText(
  text: string,
  done: string,
  { say, words }: Pick<PartContext, 'say' | 'words'>,
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    say(done)
  } catch {
    say(words.said.copyRefused)
  }
}

/** Where the deck is hosted: its pages of slides lie below. */
export const deckAddress = (): string => new URL('./', location.href).href
