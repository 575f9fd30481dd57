export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where a card goes: under the thing it is about, above it where there is no room, always inside the window. */
export function placeCard(
  about: Box,
  card: { readonly width: number; readonly height: number },
  window: { readonly width: number; readonly height: number },
  gap = 10,
): { readonly left: number; readonly top: number } {
  const under = about.top + about.height + gap
  const over = about.top - gap - card.height
  const top = under + card.height + gap <= window.height || over < gap ? under : over
  return {
    left: clamp(about.left + about.width / 2 - card.width / 2, gap, window.width - card.width - gap),
    top: clamp(top, gap, window.height - card.height - gap),
  }
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high))
