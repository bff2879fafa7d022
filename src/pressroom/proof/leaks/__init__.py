"""What must not leave the house with a file: a scan of all its bytes, packed and unpacked."""

from pressroom.proof.leaks.scan import scan
from pressroom.proof.leaks.secrets import Secret, machine_secrets, secrets_of

__all__ = ["Secret", "machine_secrets", "scan", "secrets_of"]
