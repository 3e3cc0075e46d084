// What an integrator writes: run in a project that has the tarball and viem alone.
import { addresses, contentHash, quanteraAccessManagerAbi, version } from "@quantera/abi";
import { quanteraAccessManagerAbi as alone } from "@quantera/abi/QuanteraAccessManager";
import {
  BaseError,
  ContractFunctionRevertedError,
  createPublicClient,
  createWalletClient,
  decodeErrorResult,
  defineChain,
  http,
  parseEventLogs,
} from "viem";

declare const process: { argv: string[] };

const chain = defineChain({
  id: 31337,
  name: "Local",
  nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
  rpcUrls: { default: { http: [] } },
});
const transport = http(process.argv[2]);
const client = createPublicClient({ chain, transport });
const wallet = createWalletClient({ chain, transport });
const manager = { address: addresses[31337].QuanteraAccessManager, abi: quanteraAccessManagerAbi } as const;
const [administrator, stranger] = await wallet.getAddresses();
if (administrator === undefined || stranger === undefined) throw new Error("the node has no accounts");

const answer: readonly [isMember: boolean, executionDelay: number] = await client.readContract({
  ...manager,
  functionName: "hasRole",
  args: [0n, administrator],
});

const hash = await wallet.writeContract({
  ...manager,
  functionName: "labelRole",
  args: [9n, "archivist"],
  account: administrator,
});
const receipt = await client.waitForTransactionReceipt({ hash });
const [labelled] = parseEventLogs({ abi: quanteraAccessManagerAbi, eventName: "RoleLabel", logs: receipt.logs });
const label: string | undefined = labelled?.args.label;

let refused: unknown;
try {
  await client.simulateContract({ ...manager, functionName: "labelRole", args: [9n, "mine"], account: stranger });
} catch (error) {
  const reverted =
    error instanceof BaseError && error.walk((inner) => inner instanceof ContractFunctionRevertedError);
  if (!(reverted instanceof ContractFunctionRevertedError) || reverted.raw === undefined) throw error;
  const decoded = decodeErrorResult({ abi: quanteraAccessManagerAbi, data: reverted.raw });
  if (decoded.errorName === "AccessManagerUnauthorizedAccount") {
    const [account, role]: readonly [`0x${string}`, bigint] = decoded.args;
    refused = [decoded.errorName, account === stranger, Number(role)];
  }
}

console.log(
  JSON.stringify({
    version,
    contentHash,
    same: alone === quanteraAccessManagerAbi,
    answer,
    role: Number(labelled?.args.roleId),
    label,
    refused,
  }),
);
