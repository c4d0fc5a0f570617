import { Inject, Injector, Plugin } from "@univerjs/core";
import { DumbCanvasColorService, ICanvasColorService } from "@univerjs/engine-render";

/**
 * In a dark window the sheet keeps the colours its author chose, as in Excel's dark themes. Univer would invert
 * them: white on blue becomes black on blue, a traffic light changes its meaning.
 */
export class OwnColoursPlugin extends Plugin {
  static override pluginName = "WORKBENCH_OWN_COLOURS_PLUGIN";

  constructor(
    _config: undefined,
    protected override readonly _injector: Injector,
  ) {
    super();
  }

  override onStarting(): void {
    this._injector.replace([ICanvasColorService, { useClass: DumbCanvasColorService }]);
  }
}
// As Univer's decorators do it: the first parameter of the constructor is the configuration.
Inject(Injector)(OwnColoursPlugin, undefined as never, 1);
