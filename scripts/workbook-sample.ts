/** Compiles the Northwind tables into the compact sample the add-in carries: `npx tsx scripts/workbook-sample.ts`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "northwind");
const target = join(__dirname, "..", "src", "workbook", "sample", "northwind.json");

type CsvRow = Readonly<Record<string, string>>;

const unquote = (field: string): string =>
  field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;

/** These files have no line breaks inside quotes. */
const fieldsOf = (line: string): string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((match) => unquote(match[1] ?? ""));

function rowsOf(file: string): CsvRow[] {
  const lines = readFileSync(join(folder, file), "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
  const [header = [], ...rows] = lines.filter((line) => line !== "").map(fieldsOf);
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ""])));
}

const present = (value: string | undefined): string => (value === undefined || value === "NULL" ? "" : value);

/** 1900 serial of an ISO date; 0 for none. */
const dayOf = (value: string | undefined): number =>
  present(value) === "" ? 0 : Date.parse(`${value}T00:00:00Z`) / 86_400_000 + 25_569;

/** To the nearest cent of the exact binary value, not of value × 100. */
const cents = (amount: number): number => Math.round(Number(amount.toFixed(2)) * 100);

/** Lines of one order in cents; what rounding leaves over goes to the largest line. */
function lineCents(exact: readonly number[]): number[] {
  const rounded = exact.map(cents);
  const total = cents(exact.reduce((sum, amount) => sum + amount, 0));
  const largest = exact.indexOf(Math.max(...exact));
  rounded[largest] = (rounded[largest] ?? 0) + total - rounded.reduce((sum, amount) => sum + amount, 0);
  return rounded;
}

function postalAddress(row: CsvRow): string {
  return [present(row.Address), [present(row.PostalCode), present(row.City)].filter(Boolean).join(" ")]
    .filter(Boolean)
    .join(", ");
}

/** Indexes instead of names, cents instead of amounts: a twentieth of the CSV files after compression. */
export function compileSample() {
  const employees = rowsOf("employees.csv");
  const categories = rowsOf("categories.csv");
  const products = rowsOf("products.csv");
  const customers = rowsOf("customers.csv");
  const orders = rowsOf("orders.csv");
  const details = new Map<string, CsvRow[]>();
  for (const row of rowsOf("order_details.csv")) {
    const order = row.OrderID ?? "";
    details.set(order, [...(details.get(order) ?? []), row]);
  }
  const indexOf = (rows: readonly CsvRow[], key: string, value: string | undefined) =>
    rows.findIndex((row) => row[key] === value);
  return {
    employees: employees.map((row) => `${row.FirstName} ${row.LastName}`),
    categories: categories.map((row) => present(row.CategoryName)),
    products: products.map((row) => present(row.ProductName)),
    productCategory: products.map((row) => indexOf(categories, "CategoryID", row.CategoryID)),
    /** id, name, country, city, postal address, contact, contact's title, phone */
    customers: customers.map((row) => [
      present(row.CustomerID),
      present(row.CompanyName),
      present(row.Country),
      present(row.City),
      postalAddress(row),
      present(row.ContactName),
      present(row.ContactTitle),
      present(row.Phone),
    ]),
    /** id, customer, employee, order day, ship day or 0 */
    orders: orders.map((row) => [
      Number(row.OrderID),
      indexOf(customers, "CustomerID", row.CustomerID),
      indexOf(employees, "EmployeeID", row.EmployeeID),
      dayOf(row.OrderDate),
      dayOf(row.ShippedDate),
    ]),
    /** Per order: product id, product, quantity, cents; one after the other. */
    lines: orders.map((order) => {
      const rows = details.get(order.OrderID ?? "") ?? [];
      const exact = rows.map(
        (row) => Number(row.UnitPrice) * Number(row.Quantity) * (1 - Number(row.Discount)),
      );
      const rounded = lineCents(exact);
      return rows.flatMap((row, index) => [
        Number(row.ProductID),
        indexOf(products, "ProductID", row.ProductID),
        Number(row.Quantity),
        rounded[index] ?? 0,
      ]);
    }),
  };
}

if (require.main === module) writeFileSync(target, `${JSON.stringify(compileSample())}\n`);
