import { faultsOfSlide } from '../browser/layout-faults.ts'
import {
  cardFigure,
  centreInPage,
  idsInPage,
  numberInPage,
  openNotesInPage,
  outsideInPage,
  overviewInPage,
  presentInPage,
  showInPage,
  slideOfInPage,
  typeInPage,
  waitForStart,
  waitInPage,
} from './in-page.ts'
import type { Seat, Size } from './seat.ts'

type Choose = (ids: readonly string[]) => readonly string[]

/**
 * Walks a deck as its audience and its speaker do: every slide with its charts, the overview, a card, the search. Gives all
 * that is wrong. `choose` picks the slides that are looked at.
 */
export async function walk(seat: Seat, { width, height }: Size, choose: Choose = (ids) => ids): Promise<string[]> {
  const start = await seat.run(waitForStart)
  if (start !== '') return [start]
  const faults: string[] = []
  const note = (where: string, found: readonly string[]): void => {
    for (const fault of found) if (fault !== '') faults.push(`${where}: ${fault}`)
  }
  const ids = await seat.run(idsInPage)
  for (const id of choose(ids)) {
    note(id, [await seat.run(showInPage, id)])
    note(id, await seat.run(faultsOfSlide, id))
  }
  note('notes', [(await seat.run(openNotesInPage)) > 0 ? 'they are seen' : ''])
  const isDeck = width >= 960 && height >= 540
  if (isDeck) note('overview', await lookAtOverview(seat))
  note('card', await openCard(seat))
  note('search', await search(seat, ids))
  note('page', await seat.problems())
  return faults
}

/** Opens the overview by its key and leaves it; what was wrong with it. */
export async function lookAtOverview(seat: Seat): Promise<string[]> {
  await seat.press('o')
  const faults = await seat.run(overviewInPage)
  await seat.press('Escape')
  return [...faults, await seat.run(waitInPage, 'html.is-overview', 'gone')]
}

const cardSelector = 'dialog.qd-card[open]'

async function openCard(seat: Seat): Promise<string[]> {
  const id = await seat.run(slideOfInPage, cardFigure)
  const shown = await seat.run(showInPage, id)
  await seat.run(centreInPage, cardFigure)
  await seat.click(cardFigure)
  const opened = await seat.run(waitInPage, cardSelector, 'seen')
  const outside = await seat.run(outsideInPage, cardSelector)
  await seat.press('Escape')
  const closed = await seat.run(waitInPage, cardSelector, 'gone')
  return [shown, opened, closed, outside > 1 ? `${outside} pixels of it are outside the window` : '']
}

async function search(seat: Seat, ids: readonly string[]): Promise<string[]> {
  await seat.press('/')
  const opened = await seat.run(waitInPage, 'dialog[open] input', 'seen')
  const last = ids.at(-1) ?? ''
  await seat.run(typeInPage, await seat.run(numberInPage, last))
  const found = await seat.run(waitInPage, 'dialog[open] [role="option"]', 'seen')
  await seat.press('Enter')
  const closed = await seat.run(waitInPage, 'dialog[open]', 'gone')
  const shown = await seat.run(showInPage, last)
  return [opened, found, closed, shown]
}

/** Presses a clicker's key from the first slide to the last, and gives the slides that showed, in order. */
export async function walkByKeys(seat: Seat, most: number): Promise<readonly string[]> {
  await seat.press('Home')
  const shown: string[] = []
  for (let presses = 0; presses < most; presses++) {
    const id = await seat.run(presentInPage)
    if (id !== shown.at(-1)) shown.push(id)
    await seat.press('PageDown')
  }
  return shown
}
