import { Button, Field, Input, makeStyles, Select, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { ReportScreen } from "../../report/ReportScreen";
import type { SettingView } from "./view";
import { isBusy } from "../../state/billState";
import { useText } from "../../strings/text";
import { strings } from "./strings";

const useStyles = makeStyles({ input: { minWidth: 0, width: "100%" } });

interface SettingFieldProps {
  readonly setting: SettingView;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function SettingField({ setting, value, onChange }: SettingFieldProps) {
  const { t } = useText(strings);
  const styles = useStyles();
  const { name, help, choices, isDefault } = setting;
  return (
    <Field label={isDefault ? t.byDefault(name) : name} hint={help}>
      {choices === undefined && value.includes("\n") ? (
        // In a single line the breaks of an address would be lost.
        <Textarea
          className={styles.input}
          rows={4}
          value={value}
          onChange={(_, data) => onChange(data.value)}
        />
      ) : choices === undefined ? (
        <Input className={styles.input} value={value} onChange={(_, data) => onChange(data.value)} />
      ) : (
        <Select className={styles.input} value={value} onChange={(_, data) => onChange(data.value)}>
          {[...choices, ...(choices.includes(value) ? [] : [value])].map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

interface SettingsListProps {
  readonly settings: readonly SettingView[];
  readonly changes: Readonly<Record<string, string>>;
  readonly onChange: (changes: Readonly<Record<string, string>>) => void;
}

function SettingsList({ settings, changes, onChange }: SettingsListProps) {
  const { t } = useText(strings);
  if (settings.length === 0) return t.none;
  return settings.map((setting) => (
    <SettingField
      key={setting.name}
      setting={setting}
      value={changes[setting.name] ?? setting.value}
      onChange={(value) => onChange({ ...changes, [setting.name]: value })}
    />
  ));
}

/** The Settings table of the workbook; what is changed is written when it is saved. */
export default function SettingsScreen() {
  const { t } = useText(strings);
  const { services, bill, report, say } = usePane();
  const { session } = services;
  const state = useStore(bill.store);
  const [changes, setChanges] = useState<Readonly<Record<string, string>>>({});
  const save = async () => {
    for (const [name, value] of Object.entries(changes)) {
      if (!(await bill.change(() => session.ask("settings", "edit", name, value)))) {
        const after = bill.store.get();
        if (after.step === "failed") report(after.failure);
        return bill.dismiss();
      }
      say(t.saved(name));
    }
    setChanges({});
  };
  const hasChanges = Object.keys(changes).length > 0;
  return (
    <ReportScreen
      report="settings"
      title={t.title}
      lead={t.lead}
      actions={
        <Button
          appearance="primary"
          disabledFocusable={!hasChanges || isBusy(state)}
          onClick={() => void save()}
        >
          {t.save}
        </Button>
      }
    >
      {(settings) => <SettingsList settings={settings} changes={changes} onChange={setChanges} />}
    </ReportScreen>
  );
}
