import {
  CFNumberOperator,
  CFRuleType,
  CFValueType,
  type IIconSet,
  type IIconSetType,
} from "@univerjs/sheets-conditional-formatting";

const digits = { Three: "3", Four: "4", Five: "5" } as const;

/** `ThreeTrafficLights1` → `3TrafficLights1`, thresholds in equal parts, as Excel starts them. */
export function iconSet(definition: Readonly<Record<string, unknown>>): IIconSet | null {
  const match = /^(Three|Four|Five)(.+)$/.exec(String(definition.style ?? ""));
  if (!match) return null;
  const count = Number(digits[match[1] as keyof typeof digits]);
  const iconType = `${count}${match[2]}` as IIconSetType;
  const order = Array.from({ length: count }, (_, index) => index);
  if (definition.reverseIconOrder !== true) order.reverse();
  return {
    type: CFRuleType.iconSet,
    isShowValue: definition.showIconOnly !== true,
    config: order.map((icon, index) => ({
      operator: CFNumberOperator.greaterThanOrEqual,
      value: { type: CFValueType.percent, value: Math.round(((count - 1 - index) * 100) / count) },
      iconType,
      iconId: String(icon),
    })),
  };
}
