"""One relayer as a process: `python -m quantera.devnet.protocols.process SETTINGS NAME`.

It reads where the nodes and the contracts are from the network's folder, works until it is ended,
however abruptly, and goes on from its outbox when it is started again. It ends when a node is gone.
"""

import sys
import time

from websockets.exceptions import WebSocketException

from quantera import chains
from quantera.devnet import protocols
from quantera.devnet.attached import AttachedChain
from quantera.devnet.network import State, state_path
from quantera.devnet.protocols.outbox import Outbox, outbox_path
from quantera.devnet.protocols.relayer import Relayer
from quantera.devnet.settings import Settings

PAUSE_SECONDS = 0.2


def final_depth(chain: str) -> int:
    """How many blocks make a block of the public chain final, at its usual pace."""
    timing = chains.get(chain).timing
    return timing.finality.depth or -(
        -timing.finality.expected_seconds * 1000 // timing.block_time_ms
    )


def main(settings_text: str, name: str) -> int:
    """Relay until ended."""
    settings = Settings.model_validate_json(settings_text)
    state = State.model_validate_json(state_path(settings).read_bytes())
    outbox = Outbox(outbox_path(settings.folder, name))
    try:
        nodes = {chain: AttachedChain(local) for chain, local in state.chains.items()}
        while True:
            # Read anew each time: signers rotate, and applications are added.
            protocol = protocols.read(settings.folder, name, nodes)
            if settings.finality == "real":
                relayer = Relayer(protocol, outbox, depth=final_depth)
            else:
                relayer = Relayer(protocol, outbox)
            relayer.round()
            time.sleep(PAUSE_SECONDS)
    except (OSError, WebSocketException):
        return 1
    finally:
        outbox.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
