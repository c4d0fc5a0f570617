import {
  Call16Regular,
  CalendarLtr16Regular,
  Cart16Regular,
  Chat16Regular,
  Globe16Regular,
  Heart16Regular,
  Mail16Regular,
  People16Regular,
  PersonWalking16Regular,
  type FluentIcon,
} from "@fluentui/react-icons";
import type { InteractionKind } from "../../core/records";

const icons: Readonly<Record<InteractionKind | "order", FluentIcon>> = {
  visit: PersonWalking16Regular,
  revisit: PersonWalking16Regular,
  call: Call16Regular,
  meeting: People16Regular,
  mail: Mail16Regular,
  message: Chat16Regular,
  care: Heart16Regular,
  event: CalendarLtr16Regular,
  web: Globe16Regular,
  order: Cart16Regular,
};

/** Beside the word that says the same. */
export function KindIcon({ kind }: { kind: InteractionKind | "order" }) {
  const Icon = icons[kind];
  return <Icon aria-hidden />;
}
