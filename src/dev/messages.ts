import type { PageFrame } from '../build/page.ts'
import type { DeckError, DeckPatch } from '../model/page-data.ts'

/** Where a page in development finds its charts and JSON. */
export const devAssets = '/@quarterdeck/assets/'

/** Where it finds kept documents, as in a build. */
export const devKept = '/sources/'

/** Where it finds its letters beyond Latin. */
export const devFonts = '/@quarterdeck/fonts/'

/** What open pages get over Vite's socket: name and data of an event. */
export type PageMessage =
  | readonly ['deck:patch', DeckPatch]
  | readonly ['deck:fonts', { readonly address: string }]
  | readonly ['deck:error', DeckError]
  | readonly ['deck:clear', Readonly<Record<string, never>>]

/** A page as it is served; without a good deck its mistakes as plain text. */
export type ServedPage =
  | { readonly html: string; readonly frame: PageFrame } // `html` inside <body>
  | { readonly mistakes: string }

/** What the server asks the deck's thread. */
export type Question =
  | { readonly kind: 'page' }
  | { readonly kind: 'asset'; readonly path: string }
  /** What a page that was served with this revision has missed. */
  | { readonly kind: 'missed'; readonly revision: number | undefined }

export interface Asked {
  readonly id: number
  readonly question: Question
}

export type Answer =
  | { readonly kind: 'page'; readonly page: ServedPage }
  | { readonly kind: 'asset'; readonly content: string | Uint8Array | undefined } // undefined: no file of the deck
  | { readonly kind: 'missed'; readonly messages: readonly PageMessage[] }
  | { readonly kind: 'failed'; readonly error: string } // a stack

/** What the deck's thread says. */
export type Notice =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'log'; readonly level: 'info' | 'warn' | 'error'; readonly text: string }
  | { readonly kind: 'send'; readonly message: PageMessage }
  /** Pages had no deck to show; now there is one. */
  | { readonly kind: 'reload' }

/** What the thread starts with. */
export interface ThreadData {
  readonly root: string
  readonly engine: string
  readonly edition: 'public' | 'presenter'
  readonly draft?: 'always' | 'while-open'
  readonly colors: boolean // whether the reader's terminal shows them
}

/** What open pages show over the slide of an error of our own; its stack is for the terminal. */
export const ownError = (error: unknown): DeckError => ({
  diagnostics: [],
  frames: [`internal error: ${error instanceof Error ? error.message : String(error)}\nthe next save is read again`],
})

/** What is printed of an error of our own. */
export const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
