import { Button } from "@fluentui/react-components";
import { ArrowImport20Regular } from "@fluentui/react-icons";
import { useTexts } from "../language";
import { useRouting } from "../routing";

/** Leads from an empty card to the import. */
export function BringIn({ opener, size = "medium" }: { opener: string; size?: "small" | "medium" }) {
  const texts = useTexts();
  const { toArea, open } = useRouting();
  const bring = (): void => {
    toArea("data");
    open({ kind: "import" });
  };
  return (
    <Button size={size} icon={<ArrowImport20Regular />} data-opener={opener} onClick={bring}>
      {texts("bringIn")}
    </Button>
  );
}
