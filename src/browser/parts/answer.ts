import { loadModule } from '../modules.ts'
import { closeLayers, offer, type Part, sayNotLoaded } from '../part.ts'

/** Answer with a chart (key A): any line item that charts of the deck show, alone over the whole screen. */
export const answer: Part = {
  id: 'answer',
  init(context) {
    if (context.view.kind !== 'deck') return undefined
    const run = async (): Promise<void> => {
      const { openAnswer } = await loadModule(() => import('../dialogs/answer-dialog.ts'))
      closeLayers(context)
      await openAnswer(context)
    }
    offer(context, 'answer', () => void run().catch(() => sayNotLoaded(context)))
    return undefined
  },
}
