/** A rectangle in a drawing, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Box, "width" | "height">;

/** How many pixels two boxes share. */
export const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** Something that wants to stand near a mark, in forms of which the first is the best. */
export interface Wish {
  readonly beside: Box;
  readonly forms: readonly Size[];
  /** Where it may stand, if that is narrower than where all may. */
  readonly frame?: Box | undefined;
}

/** A form, where it stands, and the side at which its words do: that of the mark. */
export interface Place {
  readonly form: number;
  readonly anchor: "start" | "middle" | "end";
  readonly box: Box;
}

/** Where things may stand, and what they cover at a price: a pixel of each at its own. */
export interface Room {
  readonly frame: Box;
  readonly taken: readonly { readonly box: Box; readonly price: number }[];
}

interface Option extends Place {
  readonly cost: number;
}

const GAP = 4;
const REACH = [0, 8, 16] as const;
/** Beside the end of a mark longer than this, words would stand nearer to others. */
const LONG = 80;

/** Places around a box, or only above and below it, the nearest first. */
const around = (
  { x, y, width, height }: Box,
  form: Size,
  isOver: boolean,
): readonly Omit<Place, "form">[] =>
  REACH.flatMap((reach) => {
    const levels = [y + height / 2 - form.height / 2, y + height - 4, y + 4 - form.height];
    const sides = [
      ["start", x + width + GAP + reach],
      ["end", x - GAP - reach - form.width],
    ] as const;
    const shifts = [
      ["middle", x + width / 2 - form.width / 2],
      ["start", x - 2],
      ["end", x + width + 2 - form.width],
    ] as const;
    const [above, below] = [y - GAP - reach - form.height, y + height + GAP + reach];
    const beside = levels.flatMap((top) => sides.map(([anchor, left]) => ({ anchor, left, top })));
    const over = [above, below].flatMap((top) =>
      shifts.map(([anchor, left]) => ({ anchor, left, top })),
    );
    const places = isOver ? over : [...beside, ...over];
    return places.map(({ anchor, left, top }) => ({ anchor, box: { x: left, y: top, ...form } }));
  });

/** What words must never cover. */
export const NEVER = 100;
const LATER_FORM = 12;
const FARTHER = 3;
const ROUNDS = 4;

const outside = (box: Box, frame: Box): number => box.width * box.height - shared(box, frame);

const optionsOf = ({ beside, forms, ...own }: Wish, { frame, taken }: Room): readonly Option[] =>
  forms.flatMap((size, form) =>
    around(beside, size, own.frame === undefined && beside.width > LONG).map((place, nth) => ({
      ...{ ...place, form },
      cost: taken.reduce(
        (sum, other) => sum + other.price * shared(place.box, other.box),
        NEVER * outside(place.box, own.frame ?? frame) + LATER_FORM * form + FARTHER * nth,
      ),
    })),
  );

/** How many pixels of a box other choices than its own cover. */
const crowding = ({ box }: Option, own: number, chosen: readonly (Option | undefined)[]): number =>
  chosen.reduce((sum, other, at) => (other && at !== own ? sum + shared(box, other.box) : sum), 0);

/**
 * Lets each wish in turn take the cheapest place that the others leave, and better itself some
 * rounds long.
 */
function settle(
  options: readonly (readonly Option[])[],
  order: readonly number[],
): readonly (Option | undefined)[] {
  const chosen: (Option | undefined)[] = options.map(() => undefined);
  for (let round = 0; round < ROUNDS; round++)
    for (const own of order) {
      let least = Infinity;
      for (const option of options[own] ?? []) {
        if (option.cost >= least) continue;
        const cost = option.cost + NEVER * crowding(option, own, chosen);
        if (cost < least) [chosen[own], least] = [option, cost];
      }
    }
  return chosen;
}

const costOf = (chosen: readonly (Option | undefined)[]): number =>
  chosen.reduce(
    (sum, one, at) => (one ? sum + one.cost + NEVER * crowding(one, at, chosen) : sum),
    0,
  );

/**
 * Finds a place for each wish, such that none covers another and each covers as little else as may be.
 *
 * Whoever chooses first may take what another needs, so they choose in two orders, and the cheaper
 * outcome stands: the same wishes give the same places.
 *
 * @returns A place for each; null where only one that covers another is left.
 */
export function placed(wishes: readonly Wish[], room: Room): readonly (Place | null)[] {
  const options = wishes.map((wish) => optionsOf(wish, room));
  const order = [...wishes.keys()];
  const [one, other] = [settle(options, order), settle(options, order.toReversed())];
  const chosen = costOf(one) <= costOf(other) ? one : other;
  return chosen.map((option, own) => {
    const frame = wishes[own]?.frame ?? room.frame;
    const isFree = option && crowding(option, own, chosen) < 1 && outside(option.box, frame) < 1;
    return isFree ? option : null;
  });
}
