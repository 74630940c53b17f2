import { testHalf } from "./sample";

testHalf(1);
