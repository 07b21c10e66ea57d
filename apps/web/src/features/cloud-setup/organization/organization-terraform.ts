/** The same as the CloudFormation template, for those who keep their accounts in Terraform. */
import type { OrganizationAccess } from '../access.ts';
import {
  arnPartition,
  readingPolicy,
  readingPolicyName,
  securityAuditArn,
  trustPolicy,
} from '../policies.ts';
import { HclExpression, hclText } from '../text/hcl-text.ts';
import { memberTemplate, stackSetName } from './cloud-formation.ts';
import { fillOrganization } from './organization-blanks.ts';

/** Values stand in `locals` only; everything below refers to them. */
export function organizationTerraform(access: OrganizationAccess): string {
  return [PROVIDERS, localsOf(access), roleOf(access), MEMBER_ROLES_HEAD + memberBody(access), REST].join(
    '\n',
  );
}

const PROVIDERS = `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.80"
    }
  }
}

# SELF in the management account, DELEGATED_ADMIN in a delegated administrator account.
variable "stack_set_called_as" {
  type    = string
  default = "SELF"
}
`;

function localsOf(access: OrganizationAccess): string {
  const { text } = fillOrganization(access);
  const locals = {
    trusted_account_id: text.baseAccountId,
    external_id: text.externalId,
    member_external_id: text.memberExternalId,
    role_name: text.roleName,
    role_path: access.rolePath,
    root_id: text.rootId,
  };
  return `locals ${hclText(locals)}\n`;
}

function roleOf({ partition, cspm }: OrganizationAccess): string {
  const trusted = new HclExpression(
    `"arn:${arnPartition(partition)}:iam::\${local.trusted_account_id}:root"`,
  );
  const trust = trustPolicy(trusted, new HclExpression('local.external_id'));
  return `resource "aws_iam_role" "organization" {
  name = local.role_name
  path = local.role_path
  assume_role_policy = jsonencode(${hclText(trust, '  ')})
}

resource "aws_iam_role_policy" "organization_reading" {
  name = ${hclText(readingPolicyName)}
  role = aws_iam_role.organization.name
  policy = jsonencode(${hclText(readingPolicy, '  ')})
}
${cspm ? securityAudit(securityAuditArn(partition)) : ''}`;
}

function securityAudit(arn: string): string {
  return `
resource "aws_iam_role_policy_attachment" "organization_security_audit" {
  role       = aws_iam_role.organization.name
  policy_arn = ${hclText(arn)}
}
`;
}

const MEMBER_ROLES_HEAD = `resource "aws_cloudformation_stack_set" "members" {
  name             = ${hclText(stackSetName)}
  description      = "The role of a connector in every member account."
  permission_model = "SERVICE_MANAGED"
  call_as          = var.stack_set_called_as
  capabilities     = ["CAPABILITY_NAMED_IAM"]

  auto_deployment {
    enabled                          = true
    retain_stacks_on_account_removal = false
  }

  operation_preferences {
    failure_tolerance_percentage = 20
    max_concurrent_percentage    = 100
  }

  parameters = {
    TrustedAccountId = local.trusted_account_id
    MemberExternalId = local.member_external_id
    RoleName         = local.role_name
    RolePath         = local.role_path
  }

`;

/** AWS fills the administration role in by itself; without the last block every plan would want to take it out. */
function memberBody(access: OrganizationAccess): string {
  return `  template_body = jsonencode(${hclText(memberTemplate(access), '  ')})

  lifecycle {
    ignore_changes = [administration_role_arn]
  }
}
`;
}

/** The region is the provider's: IAM is global, so one per account is enough. */
const REST = `data "aws_caller_identity" "here" {}

# A stack set leaves out the management account by itself; a delegated account has the role of that name already.
resource "aws_cloudformation_stack_set_instance" "members" {
  stack_set_name = aws_cloudformation_stack_set.members.name
  call_as        = var.stack_set_called_as

  deployment_targets {
    organizational_unit_ids = [local.root_id]
    account_filter_type     = var.stack_set_called_as == "DELEGATED_ADMIN" ? "DIFFERENCE" : null
    accounts                = var.stack_set_called_as == "DELEGATED_ADMIN" ? [data.aws_caller_identity.here.account_id] : null
  }

  operation_preferences {
    failure_tolerance_percentage = 20
    max_concurrent_percentage    = 100
  }
}

# Enter this as the role ARN of the connector.
output "role_arn" {
  value = aws_iam_role.organization.arn
}
`;
