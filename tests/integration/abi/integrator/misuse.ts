// Every statement here is wrong, and the compiler must say so at each of them.
import { addresses, quanteraAccessManagerAbi } from "@quantera/abi";
import { createPublicClient, decodeEventLog, http } from "viem";

const client = createPublicClient({ transport: http() });
const manager = { address: addresses[31337].QuanteraAccessManager, abi: quanteraAccessManagerAbi } as const;

void client.readContract({ ...manager, functionName: "hasRol", args: [0n, manager.address] });
void client.readContract({ ...manager, functionName: "hasRole", args: ["0", manager.address] });
void client.readContract({ ...manager, functionName: "hasRole", args: [0n] });
void client.readContract({ ...manager, functionName: "labelRole", args: [0n, "archivist"] });
const member: string = await client.readContract({ ...manager, functionName: "isTargetClosed", args: [manager.address] });
void decodeEventLog({ abi: quanteraAccessManagerAbi, eventName: "RoleLabelled", topics: [] });
void addresses[31337].NoSuchContract;
void member;
