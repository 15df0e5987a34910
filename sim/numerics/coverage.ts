/** Share of people whose nearest supply is within a time: the "20-minute circle". */

/**
 * @param people of each place; shape: places
 * @param minutes from each place to each supply, flat by place and supply
 * @param limit minutes, itself included
 * @returns 0 to 1; NaN where there are no people
 */
export function coverage(people: ArrayLike<number>, minutes: ArrayLike<number>, limit: number): number {
  const supplies = minutes.length / people.length;
  let within = 0;
  let all = 0;
  for (let place = 0; place < people.length; place++) {
    let nearest = Infinity;
    for (let k = 0; k < supplies; k++) nearest = Math.min(nearest, minutes[place * supplies + k]);
    all += people[place];
    if (nearest <= limit) within += people[place];
  }
  return within / all;
}
