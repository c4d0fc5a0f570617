/** Icon sets by name, with the steps a new rule has. */
const sizes: Readonly<Record<string, number>> = {
  ThreeArrows: 3,
  ThreeArrowsGray: 3,
  ThreeFlags: 3,
  ThreeTrafficLights1: 3,
  ThreeTrafficLights2: 3,
  ThreeSigns: 3,
  ThreeSymbols: 3,
  ThreeSymbols2: 3,
  ThreeStars: 3,
  ThreeTriangles: 3,
  FourArrows: 4,
  FourArrowsGray: 4,
  FourRedToBlack: 4,
  FourRating: 4,
  FourTrafficLights: 4,
  FiveArrows: 5,
  FiveArrowsGray: 5,
  FiveRating: 5,
  FiveQuarters: 5,
  FiveBoxes: 5,
};

export const isIconSet = (style: unknown): style is string =>
  typeof style === "string" && Object.hasOwn(sizes, style);

/** Equal steps in percent; the first has none, as Excel answers it. */
export function iconCriteria(style: string): Record<string, unknown>[] {
  const size = sizes[style] ?? 3;
  return Array.from({ length: size }, (_step, i) =>
    i === 0
      ? { type: "Invalid", operator: "Invalid", formula: "" }
      : { type: "Percent", operator: "GreaterThanOrEqual", formula: String(Math.round((100 * i) / size)) },
  );
}
