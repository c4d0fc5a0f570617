/** A small manifest with everything the ribbon reads: own tab, menu, override, disabled button, functions. */
export const exampleManifest = `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
  <Id>11111111-2222-3333-4444-555555555555</Id>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="Example"><Override Locale="zh-CN" Value="示例" /></DisplayName>
  <IconUrl DefaultValue="https://example.test/assets/icon-32.png" />
  <DefaultSettings><SourceLocation DefaultValue="https://example.test/pane.html?v=1" /></DefaultSettings>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Document"><DesktopFormFactor /></Host>
      <Host xsi:type="Workbook">
        <AllFormFactors>
          <ExtensionPoint xsi:type="CustomFunctions">
            <Script><SourceLocation resid="Script" /></Script>
            <Page><SourceLocation resid="Pane" /></Page>
            <Metadata><SourceLocation resid="Metadata" /></Metadata>
            <Namespace resid="Namespace" />
          </ExtensionPoint>
        </AllFormFactors>
        <DesktopFormFactor>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <CustomTab id="Tab">
              <Group id="Group">
                <Label resid="GroupLabel" />
                <Control xsi:type="Button" id="Open">
                  <Label resid="OpenLabel" />
                  <Supertip><Title resid="OpenLabel" /><Description resid="OpenTip" /></Supertip>
                  <Icon><bt:Image size="16" resid="Icon16" /><bt:Image size="32" resid="Icon32" /></Icon>
                  <Action xsi:type="ShowTaskpane"><SourceLocation resid="Pane" /></Action>
                  <Enabled>false</Enabled>
                </Control>
                <Control xsi:type="Menu" id="More">
                  <Label resid="MoreLabel" />
                  <Items>
                    <Item id="Run">
                      <Label resid="RunLabel" />
                      <Action xsi:type="ExecuteFunction"><FunctionName>run</FunctionName></Action>
                    </Item>
                  </Items>
                </Control>
              </Group>
              <Label resid="TabLabel" />
            </CustomTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
        <bt:Image id="Icon16" DefaultValue="https://example.test/assets/icon-16.png" />
        <bt:Image id="Icon32" DefaultValue="https://example.test/assets/icon-32.png" />
      </bt:Images>
      <bt:Urls>
        <bt:Url id="Pane" DefaultValue="https://example.test/pane.html" />
        <bt:Url id="Script" DefaultValue="https://example.test/functions.js" />
        <bt:Url id="Metadata" DefaultValue="https://example.test/functions.json">
          <bt:Override Locale="zh-CN" Value="https://example.test/functions.zh-CN.json" />
        </bt:Url>
      </bt:Urls>
      <bt:ShortStrings>
        <bt:String id="Namespace" DefaultValue="EX" />
        <bt:String id="TabLabel" DefaultValue="Example tab" />
        <bt:String id="GroupLabel" DefaultValue="Group"><bt:Override Locale="zh-CN" Value="组" /></bt:String>
        <bt:String id="OpenLabel" DefaultValue="Open"><bt:Override Locale="zh-CN" Value="打开" /></bt:String>
        <bt:String id="MoreLabel" DefaultValue="More" />
        <bt:String id="RunLabel" DefaultValue="Run it" />
      </bt:ShortStrings>
      <bt:LongStrings><bt:String id="OpenTip" DefaultValue="Opens the pane." /></bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>`;
