/** The bundle Excel loads for the functions: associates every function of the library under its id. */
import { library } from "./library";

for (const { id, run } of library) CustomFunctions.associate(id, run);
