import type { PageWords } from '../language/page-words.ts'
import type { ChartsData, FactsData, PageData } from '../model/page-data.ts'
import { isBareFile } from './embedded.ts'
import { commandKeys } from './keys.ts'
import type { PageFile } from './page-file.ts'
import type { View } from './view.ts'

/** What every part is given. Listeners take `signal`, which ends them when the view ends. */
export interface PartContext {
  readonly view: View
  readonly data: PageData
  readonly words: PageWords
  /** The details of every fact. */
  readonly facts: PageFile<FactsData>
  /** The charts' models, by id. */
  readonly charts: PageFile<ChartsData>
  readonly signal: AbortSignal
  /** The address's query as the page was opened, e.g. "?tick=revenues.3". */
  readonly query: string
  /** The fact whose card the address asked for as the page was opened: of "#/revenues/figure=revenue.total%40FY08" its id. */
  readonly figure: string | undefined
  /** Everything that a key, the toolbar or the help offers; parts add theirs on init. */
  readonly commands: Command[]
  /** What can lie over the slide, from the top; parts add theirs on init. */
  readonly layers: Layer[]
  /** Shows a short message for a moment; screen readers read it out. "" takes it away. */
  say(text: string): void
}

/** An action that a reader can start. */
export interface Command {
  readonly id: string
  readonly title: string
  /** As `keyOf` names them, e.g. "/"; the first is shown in the help. */
  readonly keys: readonly string[]
  run(): void
}

/**
 * Something that lies over the slide and has the keys before the commands do. `press` returns whether it took the key;
 * one that it leaves goes to the layers below and then to the commands. Modal dialogs are no layers: they hold all keys.
 */
export interface Layer {
  isOpen(): boolean
  press(key: string): boolean
  close(): void
}

/** One behaviour of the page. `init` returns what undoes it beyond its listeners and elements. */
export interface Part {
  readonly id: string
  init(context: PartContext): (() => void) | undefined
}

/** Adds a command under its title and keys. */
export function offer(
  { commands, words }: Pick<PartContext, 'commands' | 'words'>,
  id: keyof typeof commandKeys,
  run: () => void,
): void {
  commands.push({ id, title: words.commands[id], keys: commandKeys[id], run })
}

/** Runs the command of that id, when a part of this page has one. */
export function runCommand(context: PartContext, id: string): void {
  context.commands.find((command) => command.id === id)?.run()
}

/** Leaves card, overview and black screen, as before another slide or a dialog comes up. */
export function closeLayers({ layers }: Pick<PartContext, 'layers'>): void {
  for (const layer of layers) if (layer.isOpen()) layer.close()
}

/** Says why a part of the page could not be had, as far as it is known. */
export function sayNotLoaded({ say, words: { said } }: Pick<PartContext, 'say' | 'words'>): void {
  if (isBareFile()) say(said.fromDisk)
  else say(navigator.onLine ? said.notLoaded : said.offline)
}

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
