import { counted } from "../../strings/counted";

export const documents = (count: string) => counted(count, "documento", "documentos");
