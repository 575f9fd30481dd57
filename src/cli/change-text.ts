import { diffArrays } from 'diff'

/** The lines that went and those that came, in their order, as version control shows them. */
export function changeText(before: string, after: string): string {
  return diffArrays(before.split('\n'), after.split('\n'))
    .flatMap(({ value, added, removed }) =>
      added ? value.map((line) => `+ ${line}`) : removed ? value.map((line) => `- ${line}`) : [],
    )
    .join('\n')
}
