import type { Edition } from '../model/deck.ts'

/** One deck on disk, the engine that builds it, and who it is built for. */
export interface Project {
  /** The deck's folder: slides, data, templates, public. Absolute. */
  readonly root: string
  /** The engine's folder: src, templates, node_modules. Absolute. */
  readonly engine: string
  readonly edition: Edition
  /** Whether figures may be missing; such a deck is marked as a draft always, or while some are. */
  readonly draft?: 'always' | 'while-open'
  /** Where the deck will stand as part of a site of published decks; without an address no page names one. */
  readonly hosted?: { readonly address?: string }
}
