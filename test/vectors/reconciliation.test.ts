import { describeTopic } from "./describeTopic";

describeTopic("reconciliation");
