"""A replayer that has seen the logs alone shows what every view of the contracts shows."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from quantera.access import LocalRole
from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.replay import events
from quantera.compliance.replay.events import Log
from quantera.compliance.replay.reading import replay
from quantera.compliance.replay.replayer import Replayer, ReplayError
from quantera.compliance.replay.rules import Limit
from quantera.evm import AddressLike, MemoryChain, NodeChain, Receipt
from quantera.evm.abi import ContractAbi
from quantera.gas.token_stack import TokenStack, deploy_stack, merged, rule_settings
from tests.integration.compliance_offchain.histories import COUNTRIES, Author

ZERO = "0x" + "0" * 40
PROXY = {"isConsumingScheduledOp", "proxiableUUID", "UPGRADE_INTERFACE_VERSION", "authority"}
COMPARED_TOKEN = {
    *("name", "symbol", "decimals", "onchainID", "identityRegistry", "compliance"),
    *("complianceModule", "tokenInfo", "paused", "totalSupply", "balanceOf", "getFrozenTokens"),
    *("isFrozen", "allowance", "nonces", "getAllDocuments", "getDocument", "recordDate"),
    *("balanceOfAt", "totalSupplyAt", "localRolesOf", "hasLocalRole", "isAgent", "owner"),
    *("authority", "feeStructure", "saleAsset", "collectedFees", "agreedFees"),
}
FOLLOWS_TOKEN = {
    "EXTENSION": "immutable of the code",
    "version": "constant of the code",
    "supportsInterface": "constant of the code",
    "renounceOwnership": "always refused",
    "transferOwnership": "always refused",
    "messageForTransferRestriction": "constant of the code",
    "DOMAIN_SEPARATOR": "name, chain and address",
    "canSend": "decided from what is compared",
    "canReceive": "decided from what is compared",
    "canTransfer": "decided from what is compared",
    "detectTransferRestriction": "decided from what is compared",
    "detectTransferRestrictionFrom": "decided from what is compared",
}
COMPARED_ENGINE = {
    *("isRegistered", "ruleSetVersion", "ruleSettings", "packParameters", "allotment"),
    *("countryHolders", "classHolders", "holders", "positionOf", "approvalOf", "countStatus"),
    *("recordOf", "termsOf", "evidenceOf", "lastNonce", "isLive", "contains", "identity"),
    *("investorCountry", "storedIdentity", "storedInvestorCountry", "linkedIdentityRegistries"),
    *("getTrustedIssuers", "getTrustedIssuersForClaimTopic", "getTrustedIssuerClaimTopics"),
    *("isTrustedIssuer", "hasClaimTopic", "getClaimTopics", "localRolesOf", "hasLocalRole"),
    *("isAgent", "pausedGroups", "authority", "lotsOf", "shareOf", "frozenShareOf"),
    *("weeklyVolume", "packUsage"),
}
FOLLOWS_ENGINE = {
    "IDENTITY_REGISTRY": "immutable of the code",
    "RULE_CONFIGURATION": "immutable of the code",
    "RULE_PACKS": "immutable of the code",
    "REASON_TEXTS": "immutable of the code",
    "reasonText": "constant of the code",
    "identityStorage": "the engine itself",
    "issuersRegistry": "the engine itself",
    "topicsRegistry": "the engine itself",
    "batchDigest": "pure of its argument",
    "isAttested": "record and time",
    "isVerified": "record and time, or claims of identity contracts",
    "isVerifiedLive": "claims of identity contracts",
    "canSend": "decided from what is compared",
    "canReceive": "decided from what is compared",
    "preview": "decided from what is compared",
    "checkPacks": "decided inside a movement",
    "checkRegional": "decided inside a movement",
    "regionalUsage": "what packUsage asks of the packs EU, UK and JP",
    "tradeTerms": "transient: gone with its transaction",
    "lotsLeaving": "chosen among the lots that are compared",
}


class LoggedChain(MemoryChain):
    """An in-process chain that keeps what a node would give as logs."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[Log] = []

    def transact(
        self,
        to: AddressLike | None,
        data: bytes,
        sender: AddressLike,
        value: int = 0,
        gas: int | None = None,
    ) -> Receipt:
        """See `Chain.transact`."""
        receipt = super().transact(to, data, sender, value, gas)
        for log in receipt.logs:
            place = (receipt.block_number, receipt.timestamp, f"0x{receipt.block_number:064x}")
            self.kept.append(Log(*place, log.address.lower(), log.topics, log.data))
        return receipt


def same(shown: Any) -> Any:
    """A view's result as the replayer has it: lower-case addresses, plain tuples."""
    if isinstance(shown, str) and shown.startswith("0x") and len(shown) == 42:
        return shown.lower()
    if isinstance(shown, tuple | list):
        return tuple(same(item) for item in shown)
    return shown


def low(account: object) -> str:
    return str(getattr(account, "address", account)).lower()


def compare_token(author: Author, replayer: Replayer, stack: TokenStack) -> None:
    """Every view of the token against its state."""
    token, state = stack.token, replayer.tokens[low(stack.token)]
    people = [*author.holders, *author.strangers, stack.agent, stack.bridge]
    assert (token.name(), token.symbol(), token.decimals()) == (
        state.name,
        state.symbol,
        state.decimals,
    )
    assert low(token.onchainID()) == state.onchain_id
    assert low(token.identityRegistry()) == state.registry
    assert low(token.compliance()) == low(token.complianceModule()) == state.compliance
    assert low(token.owner()) == low(token.authority()) == state.authority
    assert same(token.tokenInfo()) == tuple(state.info)
    assert token.paused() is state.paused and token.totalSupply() == state.supply
    for person in people:
        me = low(person)
        assert token.balanceOf(person) == state.balances[me], me
        assert token.getFrozenTokens(person) == state.frozen[me], me
        assert token.isFrozen(person) is (me in state.wallet_frozen), me
        assert token.nonces(person) == state.nonces[me], me
        assert token.localRolesOf(person) == state.roles[me], me
        assert token.isAgent(person) is bool(state.roles[me] >> LocalRole.AGENT & 1), me
        for other in people:
            assert token.allowance(person, other) == state.allowances[me, low(other)]
        for number in range(1, len(state.dates) + 1):
            assert token.balanceOfAt(person, number) == state.balance_of_at(me, number)
    for role in LocalRole:
        person = author.strangers[0]
        assert token.hasLocalRole(role, person) is bool(state.roles[low(person)] >> role & 1)
    assert low(token.feeStructure()) == state.fee_structure
    for currency in range(5):
        assert low(token.saleAsset(currency)) == state.sale_assets.get(currency, ZERO)
    assert token.collectedFees(author.cash) == state.fees[low(author.cash)]
    for person in people:
        assert token.agreedFees(person) == state.agreed[low(person)]
    assert list(token.getAllDocuments()) == state.document_names
    for name in state.document_names:
        document = state.documents[name]
        expected = document.uri, document.hash, document.changed_at
        assert tuple(token.getDocument(name)) == expected
    for number, at in enumerate(state.dates, 1):
        assert token.recordDate(number) == at
        assert token.totalSupplyAt(number) == state.supply_at_date(number)


def compare_registry(author: Author, replayer: Replayer, stack: TokenStack) -> None:
    """Every view of the registry against its state."""
    engine, state = stack.engine, replayer.registry
    people = [*author.holders, *author.strangers, stack.agent, stack.bridge]
    assert low(engine.authority()) == state.authority
    assert engine.isLive() is state.live and engine.pausedGroups() == state.paused
    for person in people:
        me = low(person)
        assert engine.recordOf(person) == state.records[me], me
        found = low(engine.identity(person))
        assert found == low(engine.storedIdentity(person)) == state.identity(me)
        assert engine.contains(person) is (state.identity(me) != ZERO)
        country = engine.investorCountry(person)
        assert country == engine.storedInvestorCountry(person) == state.records[me] >> 160 & 0xFFFF
        assert engine.localRolesOf(person) == state.roles[me], me
        assert engine.isAgent(person) is bool(state.roles[me] & 1)
        assert engine.hasLocalRole(LocalRole.BRIDGE, person) is bool(state.roles[me] >> 1 & 1)
    for identity in author.identities:
        me = low(identity)
        assert engine.termsOf(stack.token, identity) == state.terms[low(stack.token), me]
        assert engine.evidenceOf(identity) == state.evidence[me]
    assert [low(issuer) for issuer in engine.getTrustedIssuers()] == state.trusted()
    for issuer in author.issuers:
        me = low(issuer)
        assert engine.lastNonce(issuer) == state.nonces[me]
        trusted = bool(state.issuers.get(me))
        assert engine.isTrustedIssuer(issuer) is trusted
        if trusted:
            assert tuple(engine.getTrustedIssuerClaimTopics(issuer)) == state.issuers[me]
        for topic in range(1, 5):
            assert engine.hasClaimTopic(issuer, topic) is (me in state.issuers_of[topic])
    for topic in range(1, 5):
        issuers = [low(issuer) for issuer in engine.getTrustedIssuersForClaimTopic(topic)]
        assert issuers == state.issuers_of[topic]
    assert list(engine.getClaimTopics()) == state.topics
    assert [low(r) for r in engine.linkedIdentityRegistries()] == state.linked


def compare_rules(author: Author, replayer: Replayer, stack: TokenStack) -> None:
    """Every view of one token's rules and counts against their state."""
    engine, token = stack.engine, stack.token
    rules, counts = replayer.rules[low(token)], replayer.counts[low(token)]
    assert engine.isRegistered(token) is rules.registered
    assert engine.ruleSetVersion(token) == rules.version
    empty = ((), (), (), ())
    assert same(engine.ruleSettings(token)) == (*rules.settings[:-4], *empty)
    for jurisdiction in range(5):
        words = tuple(engine.packParameters(token, jurisdiction))
        assert words == rules.pack_words(jurisdiction)
    assert tuple(engine.weeklyVolume(token)) == rules.weekly_volume
    status = engine.countStatus(token)
    assert same(status.scope) == tuple(counts.scope)
    assert (status.kept, status.running, status.epoch, status.counted) == (
        counts.kept,
        counts.running,
        counts.epoch,
        counts.counted,
    )
    assert engine.holders(token) == counts.holders
    identities = [low(i) for i in author.identities] + [
        low(engine.identity(holder)) for holder in author.holders
    ]
    for identity in identities:
        position = counts.position(identity)
        shown = engine.positionOf(token, identity)
        assert tuple(shown) == (position.balance, position.volume, position.window_end), identity
    lots = replayer.lots[low(token)]
    for identity in identities:
        assert sorted(engine.lotsOf(token, identity)) == lots.words(identity), identity
        for custodian in identities:
            share = engine.shareOf(token, custodian, identity)
            assert share == lots.shares[custodian, identity]
            frozen = engine.frozenShareOf(token, custodian, identity)
            assert frozen == lots.frozen[custodian, identity]
    for country in COUNTRIES:
        cap = rules.caps[Limit.COUNTRY_HOLDERS, country]
        here = rules.allotted(Limit.COUNTRY_HOLDERS, country)
        counted = counts.countries[country]
        shown = tuple(engine.countryHolders(token, country))
        assert shown == (cap.limited, here, cap.total, counted), country
    for key in range(5 * 16):
        cap = rules.caps[Limit.CLASS_HOLDERS, key]
        here = rules.allotted(Limit.CLASS_HOLDERS, key)
        shown = tuple(engine.classHolders(token, key >> 4, key & 15))
        assert shown == (cap.limited, here, cap.total, counts.classes[key]), key
    used = {Limit.SUPPLY: stack.token.totalSupply()}
    used[Limit.HOLDERS] = counts.holders if counts.scope.holders else 0
    for limit in (Limit.SUPPLY, Limit.HOLDERS, Limit.MAX_BALANCE, Limit.WINDOW_VOLUME):
        expected = rules.total(limit, 0), rules.allotted(limit, 0), used.get(limit, 0)
        assert tuple(engine.allotment(token, limit, 0)) == expected, limit
    for identity in author.identities:
        key = int(str(identity), 16)
        held = counts.position(low(identity)).balance
        expected = rules.total(Limit.MAX_BALANCE, key), rules.allotted(Limit.MAX_BALANCE, key), held
        assert tuple(engine.allotment(token, Limit.MAX_BALANCE, key)) == expected
    for key in range(3):
        shown = tuple(engine.allotment(token, Limit.PACK, key))[:2]
        assert shown == (rules.total(Limit.PACK, key), rules.allotted(Limit.PACK, key))
    compare_usage(replayer, stack)
    for giver, taker, amount in author.approved:
        period = rules.approvals.get((giver, taker, amount), (0, 0))
        assert tuple(engine.approvalOf(token, giver, taker, amount)) == period


def compare_usage(replayer: Replayer, stack: TokenStack) -> None:
    """What is used of every limit of the packs, counted or not."""
    usage = replayer.usage(low(stack.token))
    keys = {code << 16 for code in range(256)}
    keys |= usage.tallies.sums.keys() | usage.tallies.persons.keys()
    now = stack.chain.timestamp
    for key in sorted(keys):
        assert usage.of(key, now) == stack.engine.packUsage(stack.token, key), hex(key)


def compare(author: Author, replayer: Replayer, *stacks: TokenStack) -> None:
    """Everything."""
    replayer.finish()
    compare_registry(author, replayer, author.stack)
    for stack in stacks:
        compare_token(author, replayer, stack)
        compare_rules(author, replayer, stack)
        own = replayer.compliance[low(stack.compliance)]
        assert low(stack.compliance.getTokenBound()) == own.token
        assert [low(module) for module in stack.compliance.getModules()] == own.modules
    # The books close: the movements of the history are the balances.
    for stack in stacks:
        moved: dict[str, int] = {}
        for ruling in replayer.history.rulings:
            if ruling.token == low(stack.token):
                moved[ruling.giver] = moved.get(ruling.giver, 0) - ruling.amount
                moved[ruling.taker] = moved.get(ruling.taker, 0) + ruling.amount
        for holder in author.holders:
            assert moved.get(low(holder), 0) == stack.token.balanceOf(holder)


def test_every_view_is_compared_or_follows() -> None:
    for contract, compared, follows in (
        ("ComplianceAwareToken", COMPARED_TOKEN, FOLLOWS_TOKEN),
        ("ComplianceEngine", COMPARED_ENGINE, FOLLOWS_ENGINE),
    ):
        views = {
            entry["name"]
            for entry in merged(contract)
            if entry["type"] == "function" and entry["stateMutability"] in ("view", "pure")
        }
        left = views - PROXY - compared - follows.keys()
        assert left == set(), contract
        assert compared - views == follows.keys() - views == set(), contract


def test_the_declarations_are_the_contracts() -> None:
    topics: set[bytes] = set()
    names: dict[str, list[tuple[str, str, bool]]] = {}
    for contract in ("ComplianceAwareToken", "ComplianceEngine", "TokenCompliance"):
        abi = ContractAbi(contract, merged(contract))
        topics |= {event.topic for event in abi.events}
        for event in abi.events:
            inputs = event.entry["inputs"]
            names[event.name] = [(i["name"], i["type"], i.get("indexed", False)) for i in inputs]
    known = events.by_topic()
    assert set(known) <= topics, [d.signature for t, d in known.items() if t not in topics]
    for declaration in known.values():
        declared = [(name, indexed) for _, indexed, name in declaration.parameters]
        actual = [(name, indexed) for name, _, indexed in names[declaration.name]]
        assert declared == actual, declaration.name


@pytest.mark.parametrize("seed", range(3))
def test_long_histories_in_memory(seed: int) -> None:
    chain = LoggedChain()
    stack = deploy_stack(chain)
    other = stack.second_token()
    author = Author(stack, random.Random(seed))
    author.begin()
    replayer = Replayer(low(stack.engine), [low(stack.token), low(other.token)])
    taken = 0
    for _ in range(8):
        author.write(120)
        replayer.take(chain.kept[taken:])
        taken = len(chain.kept)
        compare(author, replayer, stack, other)
    for name in ("transfer", "mint", "count", "configure", "recover", "permit", "move_holdings"):
        assert author.seen[name] + author.refused[name] > 0, name
    assert sum(author.seen.values()) > 350, author.seen
    names = {found.name for log in chain.kept if (found := events.read(log))}
    assert "LotsMoved" in names


def test_every_operation_is_seen_to_succeed_in_the_histories() -> None:
    seen: set[str] = set()
    for seed in range(4):
        author = Author(deploy_stack(LoggedChain()), random.Random(100 + seed))
        author.begin()
        author.write(1_500)
        seen |= set(author.seen)
        if seen == set(author.operations):
            return
    assert seen == set(author.operations), set(author.operations) - seen


def test_a_node_gives_the_same() -> None:
    with NodeChain(chain_id=10) as node:
        stack = deploy_stack(node)
        author = Author(stack, random.Random(77))
        author.begin()
        author.write(250)
        reader = EvmRegistry("optimism", node.url, low(stack.engine), None, span=37)
        compare(author, replay(reader, [low(stack.token)]), stack)
        reader.close()


@pytest.mark.parametrize(("after", "volume"), [(59, 25), (60, 15), (61, 15)])
def test_a_window_ends_at_its_second(after: int, volume: int) -> None:
    chain = LoggedChain()
    stack = deploy_stack(chain)
    stack.keep_positions()
    limit = rule_settings((31,), windowVolume=100, windowLength=60, allotments=[(5, 0, 100)])
    stack.configure(limit)
    giver, taker = stack.investor("giver"), stack.investor("taker")
    stack.token.mint(giver, 100, sender=stack.agent)
    stack.token.transfer(taker, 10, sender=giver)
    chain.advance(after)
    stack.token.transfer(taker, 15, sender=giver)
    replayer = Replayer(low(stack.engine), [low(stack.token)])
    replayer.take(chain.kept)
    identity = stack.engine.identity(giver)
    found = replayer.counts[low(stack.token)].position(low(identity))
    shown = tuple(stack.engine.positionOf(stack.token, identity))
    assert (found.balance, found.volume, found.window_end) == shown
    assert found.volume == volume


def test_a_custodian_holds_and_is_no_holder() -> None:
    chain = LoggedChain()
    stack = deploy_stack(chain)
    stack.engine.startCount(stack.token, (True, True, 0, False), sender=stack.governor)
    for name, flags in (("custodian", 16), ("investor", 0)):
        stack.token.mint(stack.investor(name, flags=flags), 5, sender=stack.agent)
    replayer = Replayer(low(stack.engine), [low(stack.token)])
    replayer.take(chain.kept)
    assert replayer.counts[low(stack.token)].holders == stack.engine.holders(stack.token) == 1


def test_an_approval_is_used_up() -> None:
    chain = LoggedChain()
    stack = deploy_stack(chain)
    stack.configure(rule_settings((21,)))
    giver, taker = stack.investor("giver"), stack.investor("taker")
    stack.token.mint(giver, 10, sender=stack.agent)
    period = chain.timestamp, chain.timestamp + 60
    for amount in (3, 4):
        words = stack.token, giver, taker, amount, *period
        stack.engine.approveTransfer(*words, sender=stack.agent)
    stack.token.transfer(taker, 3, sender=giver)
    replayer = Replayer(low(stack.engine), [low(stack.token)])
    replayer.take(chain.kept)
    approvals = replayer.rules[low(stack.token)].approvals
    assert approvals == {(low(giver), low(taker), 4): period}
    assert tuple(stack.engine.approvalOf(stack.token, giver, taker, 3)) == (0, 0)


@pytest.fixture
def told() -> Iterator[tuple[LoggedChain, TokenStack]]:
    chain = LoggedChain()
    stack = deploy_stack(chain)
    author = Author(stack, random.Random(1))
    author.begin()
    yield chain, stack


def test_missing_logs_are_noticed(told: tuple[LoggedChain, TokenStack]) -> None:
    chain, stack = told
    # The cash that fees are paid in moves too, which is no business of the replayer.
    watched = {low(stack.engine), low(stack.token)}
    transfers = [
        n
        for n, log in enumerate(chain.kept)
        if low(log.address) in watched and events.read(log) is not None
    ]
    movements = [
        n
        for n in transfers
        if (found := events.read(chain.kept[n])) and found.name in ("Transfer", "TransferDecision")
    ]
    for gone in movements:
        replayer = Replayer(low(stack.engine), [low(stack.token)])
        with pytest.raises(ReplayError):
            replayer.take(chain.kept[:gone] + chain.kept[gone + 1 :])
            replayer.finish()


def test_blocks_out_of_order_are_noticed(told: tuple[LoggedChain, TokenStack]) -> None:
    chain, stack = told
    replayer = Replayer(low(stack.engine), [low(stack.token)])
    with pytest.raises(ReplayError, match="follows block"):
        replayer.take([chain.kept[-1], chain.kept[0]])
