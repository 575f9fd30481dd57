import type { PageWords } from '../language/page-words.ts'
import type { PageData } from '../model/page-data.ts'
import type { FactsStore } from './facts-store.ts'
import type { View } from './view.ts'

/** What every part is given. Listeners take `signal`, which ends them when the view ends. */
export interface PartContext {
  readonly view: View
  readonly data: PageData
  readonly words: PageWords
  readonly facts: FactsStore
  readonly signal: AbortSignal
  /** The address's query as the page was opened, e.g. "?tick=revenues.3". */
  readonly query: string
  /** Everything that a key, the toolbar or the help offers; parts add theirs on init. */
  readonly commands: Command[]
  /** Shows a short message for a moment; screen readers read it out. */
  say(text: string): void
}

/** An action that a reader can start. */
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
  init(context: PartContext): (() => void) | undefined
}

/** Runs the command of that id, when a part of this page has one. */
export function runCommand(context: PartContext, id: string): void {
  context.commands.find((command) => command.id === id)?.run()
}
