import type { PageWords } from '../language/page-words.ts'
import type { CardBook } from './fact-details.ts'
import type { PageData } from './page-data.ts'
import type { View } from './view.ts'

/** What every part is given. Listeners take `signal`, which ends them when the view ends. */
export interface Context {
  readonly view: View
  readonly data: PageData
  readonly words: PageWords
  readonly cards: CardBook
  readonly signal: AbortSignal
  /** The address's query as the page was opened, e.g. "?tick=revenues.3". */
  readonly query: string
  /** Everything a reader can ask for by key, bar or help; parts add theirs on init. */
  readonly commands: Command[]
  /** Says a short thing to the eye and to the screen reader. */
  say(text: string): void
}

/** One thing a reader can ask for. */
export interface Command {
  readonly id: string
  readonly title: string
  /** As KeyboardEvent.key, lower case, e.g. "/"; the first is shown in the help. */
  readonly keys: readonly string[]
  run(): void
}

/** One behaviour of the page. `init` returns what undoes it beyond its listeners and elements. */
export interface Part {
  readonly id: string
  init(context: Context): (() => void) | undefined
}

/** Runs the command of that id, when a part of this page has one. */
export function runCommand(context: Context, id: string): void {
  context.commands.find((command) => command.id === id)?.run()
}
