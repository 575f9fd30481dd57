/** Which way a change went by its digits as displayed: "-1.2", a range "1.0..2.0"; undefined where it stayed, is not meaningful or may be either. */
export function directionOf(displayed: string): 'up' | 'down' | undefined {
  const ends = displayed.split('..').filter((end) => /[1-9]/.test(end))
  if (ends.length === 0) return undefined
  const falling = ends.filter((end) => end.startsWith('-')).length
  return falling === 0 ? 'up' : falling === ends.length ? 'down' : undefined
}
