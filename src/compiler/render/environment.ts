import type { ChartModel } from '../../model/chart.ts'
import type { Edition } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import type { RoundingTest } from '../options.ts'
import type { DeckContext } from '../resolve/context.ts'
import type { LayoutEnvironment } from './layout.ts'
import type { Flow } from './markdown.ts'
import type { AgendaEntry } from './view.ts'

/** What a slide is rendered with, besides itself. */
export interface RenderEnvironment extends LayoutEnvironment {
  readonly context: DeckContext
  readonly facts: ReadonlyMap<string, Fact>
  readonly edition: Edition
  readonly total: number
  readonly slideIds: ReadonlySet<string>
  readonly section: { readonly id: string; readonly title: string } | undefined
  readonly agenda: readonly AgendaEntry[]
  readonly qr: string
  readonly flow: (text: string, kind: 'flow' | 'inline') => Flow
  readonly drawChart?: (model: ChartModel, size: { readonly width: number; readonly height: number }) => string
  readonly assetUrl: (name: string, content: string) => string
  readonly needsRoundingNote?: RoundingTest
}
