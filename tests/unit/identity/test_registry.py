"""ERC-3643's registry, storage, topics and issuers at the engine's address."""

import pytest

from quantera.evm import ZERO_ADDRESS, Actor, expect_revert
from quantera.gas.peers.trex import TrexAuthority
from tests.stacks.token import GERMANY, TokenStack, record

FRANCE = 250


@pytest.fixture
def wallet(stack: TokenStack) -> Actor:
    return stack.chain.actor("wallet")


@pytest.fixture
def identity(stack: TokenStack) -> Actor:
    return stack.chain.actor("identity")


class TestRegister:
    def test_enter_and_remove(self, stack: TokenStack, wallet: Actor, identity: Actor) -> None:
        engine, agent = stack.engine, stack.agent
        receipt = engine.registerIdentity(wallet, identity, GERMANY, sender=agent)
        assert receipt.events.one("IdentityRegistered").args.identity == identity
        assert engine.contains(wallet)
        assert engine.identity(wallet) == engine.storedIdentity(wallet) == identity
        assert engine.investorCountry(wallet) == engine.storedInvestorCountry(wallet) == GERMANY
        with expect_revert("WalletAlreadyRegistered", wallet=wallet):
            engine.registerIdentity(wallet, identity, GERMANY, sender=agent)
        receipt = engine.deleteIdentity(wallet, sender=agent)
        assert receipt.events.one("IdentityRemoved").args.identity == identity
        assert not engine.contains(wallet)
        assert engine.identity(wallet) == ZERO_ADDRESS
        with expect_revert("WalletNotRegistered", wallet=wallet):
            engine.deleteIdentity(wallet, sender=agent)

    def test_nobody(self, stack: TokenStack, wallet: Actor) -> None:
        for arguments in ((ZERO_ADDRESS, wallet), (wallet, ZERO_ADDRESS)):
            with expect_revert("ZeroRegistryAddress"):
                stack.engine.registerIdentity(*arguments, GERMANY, sender=stack.agent)

    def test_updates(self, stack: TokenStack, wallet: Actor, identity: Actor) -> None:
        engine, agent = stack.engine, stack.agent
        engine.registerIdentity(wallet, identity, GERMANY, sender=agent)
        receipt = engine.updateCountry(wallet, FRANCE, sender=agent)
        assert receipt.events.one("CountryUpdated").args.country == FRANCE
        assert engine.investorCountry(wallet) == FRANCE
        other = stack.chain.actor("other identity")
        engine.updateIdentity(wallet, other, sender=agent)
        assert engine.identity(wallet) == other
        assert engine.investorCountry(wallet) == FRANCE
        for function, argument in (
            (engine.updateCountry, FRANCE),
            (engine.updateIdentity, identity),
        ):
            with expect_revert("WalletNotRegistered"):
                function(identity, argument, sender=agent)

    def test_batches_need_equal_lengths(self, stack: TokenStack, wallet: Actor) -> None:
        engine, agent = stack.engine, stack.agent
        others = stack.chain.actors("a", "b")
        engine.batchRegisterIdentity(others, [wallet] * 2, [GERMANY] * 2, sender=agent)
        assert all(engine.contains(other) for other in others)
        for identities, countries in (([], [GERMANY]), ([wallet], [])):
            with expect_revert("UnequalLengths"):
                engine.batchRegisterIdentity([wallet], identities, countries, sender=agent)

    def test_it_is_its_own_storage_topics_and_issuers(self, stack: TokenStack) -> None:
        engine, governor = stack.engine, stack.governor
        itself = engine.address
        assert engine.identityStorage() == engine.issuersRegistry() == itself
        assert engine.topicsRegistry() == itself
        for name in (
            "setIdentityRegistryStorage",
            "setClaimTopicsRegistry",
            "setTrustedIssuersRegistry",
        ):
            engine.function(name)(itself, sender=governor)
            with expect_revert("RegistryIsItsOwn"):
                engine.function(name)(stack.token, sender=governor)


class TestRecords:
    def test_agents_write_all_but_the_registrys_own_bits(
        self, stack: TokenStack, wallet: Actor, identity: Actor
    ) -> None:
        word = record(identity)
        stack.enter([wallet], [word | 1 << 241 | 3 << 250])
        assert stack.engine.recordOf(wallet) == word
        with expect_revert("ZeroRegistryAddress"):
            stack.enter([ZERO_ADDRESS], [word])

    def test_terms_and_evidence(self, stack: TokenStack, identity: Actor) -> None:
        engine, agent = stack.engine, stack.agent
        engine.writeTerms(stack.token, identity, 0, 2**200, sender=agent)
        engine.writeEvidence(identity, 2**201, sender=agent)
        assert engine.termsOf(stack.token, identity) == 2**200
        assert engine.termsOf(engine, identity) == 0
        assert engine.evidenceOf(identity) == 2**201

    @pytest.mark.parametrize("seen", [0, 4, 6])
    def test_terms_are_written_over_what_was_seen(
        self, stack: TokenStack, identity: Actor, seen: int
    ) -> None:
        """IDR-06: below, above and far from the word that stands there."""
        engine, agent = stack.engine, stack.agent
        engine.writeTerms(stack.token, identity, 0, 5, sender=agent)
        with expect_revert("TermsChanged", expected=seen, found=5):
            engine.writeTerms(stack.token, identity, seen, 9, sender=agent)
        assert engine.termsOf(stack.token, identity) == 5
        engine.writeTerms(stack.token, identity, 5, 9, sender=agent)
        assert engine.termsOf(stack.token, identity) == 9


class TestIssuers:
    def test_trusted_and_distrusted(self, stack: TokenStack) -> None:
        engine, governor = stack.engine, stack.governor
        first, second = stack.chain.actors("first", "second")
        engine.addTrustedIssuer(first, [1, 2], sender=governor)
        engine.addTrustedIssuer(second, [2], sender=governor)
        assert engine.getTrustedIssuers() == [first, second]
        assert engine.getTrustedIssuersForClaimTopic(2) == [first, second]
        assert engine.hasClaimTopic(first, 1)
        assert not engine.hasClaimTopic(second, 1)
        with expect_revert("IssuerAlreadyTrusted", issuer=first):
            engine.addTrustedIssuer(first, [3], sender=governor)
        engine.updateIssuerClaimTopics(first, [3], sender=governor)
        assert engine.getTrustedIssuerClaimTopics(first) == [3]
        assert engine.getTrustedIssuersForClaimTopic(2) == [second]
        engine.removeTrustedIssuer(first, sender=governor)
        assert not engine.isTrustedIssuer(first)
        assert engine.getTrustedIssuers() == [second]
        assert engine.getTrustedIssuersForClaimTopic(3) == []
        with expect_revert("IssuerNotTrusted", issuer=first):
            engine.removeTrustedIssuer(first, sender=governor)

    def test_limits(self, stack: TokenStack) -> None:
        engine, governor = stack.engine, stack.governor
        issuers = [stack.chain.actor(f"issuer {number}") for number in range(51)]
        with expect_revert("NoClaimTopics"):
            engine.addTrustedIssuer(issuers[0], [], sender=governor)
        with expect_revert("TooManyClaimTopics", count=16):
            engine.addTrustedIssuer(issuers[0], list(range(16)), sender=governor)
        with expect_revert("ZeroRegistryAddress"):
            engine.addTrustedIssuer(ZERO_ADDRESS, [1], sender=governor)
        for issuer in issuers[:50]:
            engine.addTrustedIssuer(issuer, [1], sender=governor)
        with expect_revert("TooManyTrustedIssuers", count=51):
            engine.addTrustedIssuer(issuers[50], [1], sender=governor)
        # A place is kept for ever, because records name it: 63 in the registry's life.
        for number in range(13):
            engine.removeTrustedIssuer(issuers[number], sender=governor)
            newcomer = stack.chain.actor(f"newcomer {number}")
            engine.addTrustedIssuer(newcomer, [1], sender=governor)
        engine.removeTrustedIssuer(issuers[13], sender=governor)
        with expect_revert("TooManyTrustedIssuers", count=64):
            engine.addTrustedIssuer(issuers[50], [1], sender=governor)
        engine.addTrustedIssuer(issuers[0], [1], sender=governor)

    def test_topics(self, stack: TokenStack) -> None:
        engine, governor = stack.engine, stack.governor
        for topic in range(15):
            engine.addClaimTopic(topic, sender=governor)
        with expect_revert("TooManyClaimTopics", count=16):
            engine.addClaimTopic(15, sender=governor)
        engine.removeClaimTopic(0, sender=governor)
        assert 0 not in engine.getClaimTopics()
        with expect_revert("ClaimTopicAlreadyRequired", topic=1):
            engine.addClaimTopic(1, sender=governor)


class TestSharedStorage:
    """Other registries of the standard keep their investors here."""

    def test_a_registry_of_trex(self, stack: TokenStack, wallet: Actor) -> None:
        chain, engine = stack.chain, stack.engine
        owner, clerk = chain.actors("T-REX owner", "T-REX agent")
        authority = TrexAuthority(chain, owner)
        topics = authority.proxy("ClaimTopicsRegistry", owner=owner)
        issuers = authority.proxy("TrustedIssuersRegistry", owner=owner)
        registry = authority.proxy("IdentityRegistry", issuers, topics, engine, owner=owner)
        registry.addAgent(clerk, sender=owner)
        identity = chain.deploy("HostileIdentity")
        with expect_revert("LocalRoleMissing"):
            registry.registerIdentity(wallet, identity, GERMANY, sender=clerk)
        engine.bindIdentityRegistry(registry, sender=stack.governor)
        assert engine.linkedIdentityRegistries() == [registry.address]
        registry.registerIdentity(wallet, identity, GERMANY, sender=clerk)
        assert engine.contains(wallet)
        assert registry.identity(wallet) == identity.address
        assert registry.investorCountry(wallet) == GERMANY
        assert registry.isVerified(wallet)
        registry.updateCountry(wallet, FRANCE, sender=clerk)
        registry.updateIdentity(wallet, stack.token, sender=clerk)
        assert engine.investorCountry(wallet) == FRANCE
        assert engine.identity(wallet) == stack.token.address
        registry.deleteIdentity(wallet, sender=clerk)
        assert not engine.contains(wallet)
        engine.unbindIdentityRegistry(registry, sender=stack.governor)
        with expect_revert("LocalRoleMissing"):
            registry.registerIdentity(wallet, identity, GERMANY, sender=clerk)

    def test_bound_once(self, stack: TokenStack) -> None:
        engine, governor = stack.engine, stack.governor
        registry = stack.chain.actor("registry")
        with expect_revert("RegistryNotBound", registry=registry):
            engine.unbindIdentityRegistry(registry, sender=governor)
        engine.bindIdentityRegistry(registry, sender=governor)
        with expect_revert("RegistryAlreadyBound", registry=registry):
            engine.bindIdentityRegistry(registry, sender=governor)
        # Unbinding would otherwise end an agent's own role.
        with expect_revert("RegistryAlreadyBound", registry=stack.agent):
            engine.bindIdentityRegistry(stack.agent, sender=governor)


def test_agents_by_the_standards_names(stack: TokenStack) -> None:
    engine, governor = stack.engine, stack.governor
    clerk = stack.chain.actor("clerk")
    assert engine.isAgent(stack.agent)
    engine.addAgent(clerk, sender=governor)
    assert engine.isAgent(clerk)
    engine.removeAgent(clerk, sender=governor)
    assert not engine.isAgent(clerk)


def test_only_tokens_recover(stack: TokenStack, wallet: Actor, identity: Actor) -> None:
    with expect_revert("TokenNotRegistered", token=stack.agent):
        stack.engine.recoverWallet(wallet, wallet, identity, sender=stack.agent)
