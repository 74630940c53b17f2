import { commandsPage } from "./commands";
import { contractTermsPage } from "./contractTerms";
import { formatsPage } from "./formats";
import { issuesPage } from "./issues";
import { pricingModelsPage } from "./pricingModels";
import { reconciliationPage } from "./reconciliation";
import { reviewPage } from "./review";
import { settingsPage } from "./settings";
import { sharingPage } from "./sharing";
import { tablesPage } from "./tables";

/** One generated page of docs/reference. */
export interface Page {
  readonly file: string;
  readonly text: string;
}

export async function referencePages(): Promise<readonly Page[]> {
  return [
    { file: "commands.md", text: commandsPage() },
    { file: "tables.md", text: tablesPage() },
    { file: "settings.md", text: settingsPage() },
    { file: "pricing-models.md", text: pricingModelsPage() },
    { file: "contract-terms.md", text: await contractTermsPage() },
    { file: "issues.md", text: issuesPage() },
    { file: "reconciliation.md", text: reconciliationPage() },
    { file: "review.md", text: reviewPage() },
    { file: "formats.md", text: formatsPage() },
    { file: "sharing.md", text: sharingPage() },
  ];
}
