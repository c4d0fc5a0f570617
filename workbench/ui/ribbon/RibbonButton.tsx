import type { ReactNode } from "react";

interface RibbonButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  /** Large: icon over the label, as tall as the ribbon. Small: icon only, the label is its name. */
  readonly size?: "large" | "small";
  readonly tip?: string;
  readonly disabled?: boolean;
  readonly id?: string;
  readonly menu?: { readonly open: boolean };
  onClick(): void;
}

export function RibbonButton({ size = "large", ...props }: RibbonButtonProps) {
  return (
    <button
      type="button"
      id={props.id}
      className={`wb-ribbon-button wb-${size}`}
      title={props.tip ?? props.label}
      aria-label={size === "small" ? props.label : undefined}
      disabled={props.disabled}
      aria-haspopup={props.menu ? "menu" : undefined}
      aria-expanded={props.menu?.open}
      // Keeps the cell editor and the selection where they are while the mouse uses the ribbon.
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onClick}
    >
      {props.icon}
      {size === "large" && <span className="wb-label">{props.label}</span>}
    </button>
  );
}

export function RibbonGroupBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="wb-group" role="group" aria-label={label}>
      <div className="wb-group-body">{children}</div>
      <div className="wb-group-label" aria-hidden="true">
        {label}
      </div>
    </div>
  );
}
