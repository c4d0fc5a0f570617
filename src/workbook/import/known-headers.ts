/**
 * Names that exports of Zoho, 纷享销客 (Fxiaoke), HubSpot and Salesforce, sales lists of accounting programs and plain
 * tables give to columns; beside the headers of the card itself, which are recognised in every language. Compared
 * without case, spaces and punctuation.
 */
type Names = Readonly<Record<string, string>>;

const account: Names = {
  id: "customer id, account id, client id, customer no, customer number, customer code, account number, account no, account code, company id, record id, 客户编号, 客户编码, 客户id, 客户代码, 公司编号, 企业编号, 客戶編號",
  name: "company name, account name, customer name, company, customer, account, client, client name, organization, organisation, organization name, customer company, 客户名称, 客户全称, 公司名称, 企业名称, 单位名称, 客户, 公司, 客户单位, 客戶名稱, 往来单位, 购货单位, 购方名称",
};

const accounts: Names = {
  ...account,
  name: `${account["name"]}, name, 名称`,
  shortName: "short name, 客户简称, 简称",
  taxId:
    "tax id, vat id, vat number, tax number, vat registration number, registration number, 统一社会信用代码, 社会信用代码, 税号, 纳税人识别号, 信用代码",
  parent: "parent account, parent account id, parent company, parent id, 上级客户, 母公司, 上级公司",
  industry: "industry, sector, 行业, 所属行业, 一级行业, 客户行业",
  region:
    "region, country, country/region, territory, state, state/region, province, billing country, billing state, billing state/province, mailing country, 区域, 地区, 国家, 省, 省份, 大区, 国家/地区",
  city: "city, town, billing city, mailing city, 城市, 市, 所在城市",
  address:
    "address, street, street address, address 1, address line 1, billing street, billing address, shipping street, 地址, 详细地址, 办公地址, 客户地址, 公司地址",
  website:
    "website, web, url, web site, website url, company domain name, domain, homepage, 网址, 网站, 官网, 公司网址",
  size: "employees, no. of employees, number of employees, company size, 员工人数, 员工数, 人员规模, 公司规模, 企业规模",
  scope: "business scope, 经营范围, 主营业务",
  source: "source, lead source, account source, original source, 来源, 客户来源, 线索来源",
  groups: "groups, tags, tag, 标签",
  owner:
    "owner, account owner, company owner, contact owner, customer owner, record owner, sales rep, salesperson, sales person, account manager, 负责人, 客户负责人, 销售负责人, 所有人, 业务员, 销售员, 归属人, 客户经理, 跟进人, 业务负责人, 所属销售",
  since:
    "customer since, since, start date, became a customer date, 合作起始日, 合作日期, 合作开始时间, 成为客户时间",
  status: "status, account status, customer status, 状态, 客户状态",
  kind: "kind, type, account type, customer type, 类型, 客户类型, 客户性质",
  tier: "tier, account tier, customer tier, rating, level, customer level, 客户级别, 客户等级, 级别, 等级",
  creditLimit: "credit limit, 信用额度, 授信额度",
  creditTerm: "payment terms (days), credit term, 账期, 信用账期",
  notes: "notes, description, account description, remark, remarks, comments, 备注, 描述, 说明",
};

const contacts: Names = {
  id: "contact id, 联系人编号, 联系人id",
  name: "contact name, contact, full name, contact full name, contact person, primary contact, 联系人, 联系人姓名, 联系人名称, 姓名, 主联系人, 联络人",
  givenName: "first name, given name, contact first name, vorname, 名",
  familyName: "last name, family name, surname, contact last name, nachname, 姓",
  title: "title, job title, contact title, position, 职务, 职位, 职称, 联系人职务",
  department: "department, 部门, 所属部门",
  phone:
    "phone, phone number, mobile, mobile phone, mobile phone number, mobile number, telephone, tel, tel., business phone, work phone, contact phone, cell, 电话, 手机, 手机号, 手机号码, 联系电话, 电话号码, 移动电话, 联系方式",
  email:
    "email, e-mail, email address, mail, contact email, work email, 邮箱, 邮件, 电子邮件, 电子邮箱, 邮箱地址",
  wechat: "wechat, wechat id, weixin, 微信, 微信号",
  homeAddress: "home address, 家庭住址, 家庭地址",
  birthday: "birthday, birthdate, birth date, date of birth, 生日, 出生日期",
  reportsTo: "reports to, manager, 直属上级, 汇报对象",
  buyingRole: "buying role, 采购角色, 决策角色",
  preferences: "preferences, 偏好, 爱好",
};

const purchases: Names = {
  id: "purchase id, order line id, line id, order item id, transaction id, order id, order number, order no, sales order id, so number, deal id, opportunity id, record id, 采购编号, 订单编号, 订单号, 销售订单编号, 成交编号, 交易编号, 流水号, 明细编号, 单号, 单据编号, 单据号, 销售单号, 出库单号",
  invoice:
    "invoice, invoice no, invoice number, invoice id, order id, order number, order no, 发票号, 发票号码, 发票编号, 订单编号, 订单号, 单号, 单据编号, 单据号, 销售单号, 出库单号",
  account: account["id"] ?? "",
  date: "date, order date, purchase date, invoice date, transaction date, close date, closing date, sale date, sales date, date ordered, 日期, 下单日期, 订单日期, 成交日期, 销售日期, 开票日期, 下单时间, 成交时间, 交易日期, 单据日期, 业务日期, 出库日期, 发货日期",
  product:
    "product, product name, item, item name, product description, sku, deal name, opportunity name, 产品, 产品名称, 商品, 商品名称, 品名, 物料名称, 存货名称, 货品名称, 货物名称",
  category:
    "category, category name, product category, product family, 品类, 产品分类, 产品类别, 商品分类, 类别, 分类",
  quantity: "quantity, qty, units, 数量, 订购数量, 销售数量, 出库数量, 发货数量, 实发数量",
  amount:
    "amount, total, total amount, total price, revenue, sales, order total, grand total, line amount, line total, net total, net amount, value, deal amount, extended price, sub total, sales amount, 金额, 订单金额, 销售金额, 成交金额, 交易金额, 总金额, 总价, 小计, 价税合计, 销售订单金额, 含税金额, 实付金额, 本币金额, 开票金额, 合同金额",
  cost: "cost, cost amount, total cost, 成本, 成本金额, 总成本",
  channel: "channel, sales channel, 渠道, 销售渠道",
  promotion: "promotion, promo, 促销, 是否促销",
};

export const comparable = (header: string): string =>
  header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-.:*()/'"]/g, "");

const prefixed = (table: string, names: Names): readonly (readonly [string, readonly string[]])[] =>
  Object.entries(names).map(([column, list]) => [`${table}.${column}`, list.split(",").map(comparable)]);

const anAccount = prefixed("accounts", { name: account["name"] ?? "" });

/** Target → the names it goes by, the likelier targets first. */
export const knownHeaders: Readonly<
  Record<"accounts" | "contacts" | "purchases", readonly (readonly [string, readonly string[]])[]>
> = {
  accounts: [...prefixed("accounts", accounts), ...prefixed("contacts", contacts)],
  contacts: [
    ...prefixed("contacts", { ...contacts, name: `${contacts["name"]}, name` }),
    ...prefixed("contacts", { account: account["id"] ?? "" }),
    ...anAccount,
  ],
  purchases: [...prefixed("purchases", purchases), ...anAccount],
};
